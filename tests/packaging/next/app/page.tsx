import { render } from "publication-metrics/render";
import { early, moss, whole } from "../../shared/records.js";
import { Metrics } from "./metrics";

/** Rendered on the server, which imports the package there, too, and writes by it what shows without a script. */
export default async function Page() {
  const written = await render(moss, { theme: "light" });
  return (
    <main>
      <h1>Next</h1>
      <p className="lead">Components of the server and of the browser, as a static export.</p>
      <h2>Badges, set before the script is there</h2>
      <div dangerouslySetInnerHTML={{ __html: `<publication-metrics id="early"></publication-metrics><script>document.getElementById("early").publication = ${JSON.stringify(early)};</script>` }} />
      <h2>Badges, written by the server</h2>
      <div id="written" dangerouslySetInnerHTML={{ __html: written }} />
      <h2>A whole page, written by the server</h2>
      <div id="whole" dangerouslySetInnerHTML={{ __html: await render(whole, { layout: "full", headingLevel: 3, theme: "light" }) }} />
      <Metrics />
    </main>
  );
}
