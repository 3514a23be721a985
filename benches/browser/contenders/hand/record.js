/** The record of an element: its property, the JSON inside it, or what is at `src`. @param {any} element */
export async function recordOf(element) {
  if (element.publication) return element.publication;
  const inline = element.querySelector(':scope > script[type="application/json"]');
  if (inline) return JSON.parse(inline.textContent);
  const response = await fetch(element.getAttribute("src"));
  return response.json();
}
