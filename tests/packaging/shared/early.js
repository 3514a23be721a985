// Before the element is defined.
document.getElementById("early").publication = { title: "Fern", citations: [{ source: "Scopus", count: 7 }] };
