import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
// esbuild, by which Angular builds, does not follow the address of a wasm: it is in the scripts.
import "publication-metrics/inline";
import "publication-metrics/inline/references";
import type { MetricsEventMap, Publication } from "publication-metrics";
import { foreign, moss, whole } from "../../shared/records.js";

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h2>Badges</h2>
    <publication-metrics id="bound" hide-empty [publication]="moss" (metrics-load)="told($event)"></publication-metrics>
    <h2>A card, of a record of Crossref's</h2>
    <publication-metrics id="foreign" layout="card" [publication]="foreign"></publication-metrics>
    <h2>A card, in Spanish</h2>
    <publication-metrics id="spanish" layout="card" lang="es" [publication]="moss"></publication-metrics>
    <h2>A whole page</h2>
    <publication-metrics id="whole" layout="full" heading-level="3" [publication]="whole"></publication-metrics>
  `,
})
class Page {
  readonly moss = moss;
  readonly foreign = foreign;
  readonly whole = whole;

  told(event: Event): void {
    const { detail } = event as MetricsEventMap["metrics-load"];
    document.body.dataset["loaded"] = (detail.publication as Publication).doi ?? "";
  }
}

void bootstrapApplication(Page, { providers: [provideZonelessChangeDetection()] });
