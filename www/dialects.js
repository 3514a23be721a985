/** What a page asks for whose records are in the dialects of others, or who has nothing but a DOI. */
export { ask } from "./ask.js";
export { translate } from "./translate.js";
