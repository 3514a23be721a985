import { enableCopyButtons } from "./demo/copy-buttons.js";
import { startDoi } from "./demo/doi.js";
import { elementById } from "./demo/element-by-id.js";
import { embedCode } from "./demo/embed-code.js";
import { connectGallery } from "./demo/gallery.js";
import { showList } from "./demo/list.js";
import { startPlayground } from "./demo/playground.js";

// The lines of the page's head hold for any address that the demo is served from.
elementById("two-lines", HTMLElement).textContent = embedCode({
  script: new URL("publication-metrics.js", document.baseURI).href,
  record: { src: new URL("her2-review.json", document.baseURI).href },
  choice: { layout: "card", hideEmpty: false },
});
enableCopyButtons();
showList();
startDoi();
const playground = await startPlayground();
connectGallery((record) => {
  playground.take(record);
  elementById("playground", HTMLElement).scrollIntoView();
  elementById("record", HTMLTextAreaElement).focus({ preventScroll: true });
});
