import {
  isPlatformBrowser,
  NgIf,
} from '@angular/common';
import {
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  Inject,
  Input,
  OnInit,
  PLATFORM_ID,
} from '@angular/core';

import { Item } from '../../../../../app/core/shared/item.model';

/**
 * Citations, attention and quartile of an item that has a DOI.
 */
@Component({
  selector: 'ds-publication-metrics',
  templateUrl: './publication-metrics.component.html',
  standalone: true,
  imports: [NgIf],
  // <publication-metrics> is an element of the browser's, and no component of Angular's.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  // The element keeps a record for Zotero among its children, which the server's page does not have.
  host: { ngSkipHydration: 'true' },
})
export class PublicationMetricsComponent implements OnInit {
  @Input() item: Item;

  constructor(@Inject(PLATFORM_ID) private platformId: object) {}

  get doi(): string | undefined {
    return this.item?.firstMetadataValue(['dc.identifier.doi', 'datacite.identifier.doi']);
  }

  ngOnInit(): void {
    if (this.doi && isPlatformBrowser(this.platformId)) {
      // Defines the element. Its program is fetched when the element is near the viewport.
      void import('publication-metrics');
    }
  }
}
