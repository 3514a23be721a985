import { Metrics } from "./metrics";

/** Rendered on the server: it imports the package there, too. */
export default function Page() {
  return (
    <main>
      <h1>Next</h1>
      <div dangerouslySetInnerHTML={{ __html: `<publication-metrics id="early"></publication-metrics><script>document.getElementById("early").publication = { title: "Fern", citations: [{ source: "Scopus", count: 7 }] };</script>` }} />
      <Metrics />
    </main>
  );
}
