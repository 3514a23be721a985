// What becomes of the widgets. The events bubble, so one listener serves all of a page.
const said = document.getElementById("said");

document.addEventListener("metrics-load", ({ target, detail }) => {
  // What a record has that cannot be read: for whoever keeps the records.
  for (const warning of detail.warnings) console.warn(target.id, warning);
});

document.addEventListener("metrics-error", ({ target, detail }) => {
  said.textContent = `${target.id}: ${detail.code}`;
});

document.addEventListener("metrics-share", (event) => {
  // Not every page wants its readers to go to every network.
  if (event.detail.target === "x") event.preventDefault();
});
