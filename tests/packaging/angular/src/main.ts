import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
// esbuild, by which Angular builds, does not follow the address of a wasm: it is in the scripts.
import "publication-metrics/inline";
import type { MetricsEventMap, Publication } from "publication-metrics";

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<publication-metrics id="bound" hide-empty [publication]="record" (metrics-load)="loaded($event)"></publication-metrics>`,
})
class Page {
  readonly record: Publication = {
    title: "Moss",
    doi: "10.1000/moss",
    citations: [{ source: "Scopus", count: 6, asOf: "2025-06-30" }],
  };

  loaded(event: Event): void {
    const { detail } = event as MetricsEventMap["metrics-load"];
    document.body.dataset["loaded"] = (detail.publication as Publication).title ?? "";
  }
}

void bootstrapApplication(Page, { providers: [provideZonelessChangeDetection()] });
