/** The shapes of the drawings. */
export const MARKS = "M7 25v-7c0-5 3-8 8-9l1 3c-3 .8-4.5 2.5-4.5 5H16v8zM20 25v-7c0-5 3-8 8-9l1 3c-3 .8-4.5 2.5-4.5 5H29v8z";
export const ARROW = "M9 11V2M5.5 5 9 1.5 12.5 5M3 9v6a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9";
/** Where the rungs of the ladder are, the best on top. */
export const RUNGS = ["4", "12", "20", "28"];
