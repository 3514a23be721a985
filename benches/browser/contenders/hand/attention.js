const KINDS = ["mentions", "readers", "captures", "usage"];
/** The smallest share that is still drawn. */
const SMALLEST = 0.06;

/** The leading figure, and the kinds of attention as arcs of a ring of 1000. @param {any[]} figures */
export function attentionOf(figures) {
  if (!figures.length) return undefined;
  const largest = () => figures.reduce((largest, figure) => (figure.value > largest.value ? figure : largest));
  const leading = figures.find(({ kind }) => kind === "score") ?? largest();
  let arcs = KINDS.map((kind) => ({ kind, volume: volumeOf(figures.filter((figure) => figure.kind === kind)), share: 0 })).filter(({ volume }) => volume > 0);
  const total = arcs.reduce((sum, { volume }) => sum + volume, 0);
  for (const arc of arcs) arc.share = Math.max(arc.volume / total, SMALLEST);
  const drawn = arcs.reduce((sum, { share }) => sum + share, 0);
  const gap = arcs.length > 1 ? 16 : 0;
  let start = 0;
  return {
    leading,
    arcs: arcs.map(({ kind, volume, share }) => {
      const length = Math.trunc((share / drawn) * 1000);
      const dash = Math.max(length - gap, 0);
      const arc = { kind, volume, dashes: `${dash} ${1000 - dash}`, offset: `-${start}` };
      start += length;
      return arc;
    }),
  };
}

/** Of the provider that counts most, its total or the sum of its parts. @param {any[]} figures of one kind */
function volumeOf(figures) {
  const ofProvider = (/** @type {any} */ { provider }) => {
    const its = figures.filter((figure) => figure.provider === provider);
    return its.find(({ source }) => !source)?.value ?? its.reduce((sum, { value }) => sum + value, 0);
  };
  return Math.max(0, ...figures.map(ofProvider));
}
