/** What the whole page needs beside its wasm, fetched with it. */
export { default as glue } from "./glue-full.js";
export { default as styles } from "./page.css";
