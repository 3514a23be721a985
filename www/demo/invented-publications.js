/**
 * Publications that do not exist, the same on every visit: titles of parts that fit, numbers of a
 * small generator with a fixed seed.
 */

const THINGS = ["Alpine seed banks", "Coastal wetlands", "Tidal estuaries", "Urban canopies", "Glacial lakes", "Old-growth soils", "Migratory corridors", "Night pollinators", "Desert crusts", "Kelp forests"];
const PROCESSES = ["drift and recovery", "a century of change", "carbon and its keepers", "memory of drought", "slow resilience", "noise, signal and scale", "the limits of sampling", "what the archives hold", "patterns of return", "thresholds and delays"];
const VENUES = [
  { title: "Journal of Patient Ecology", category: "Ecology", of: 195 },
  { title: "Annals of Slow Science", category: "Multidisciplinary Sciences", of: 134 },
  { title: "Notes on Water", category: "Water Resources", of: 127 },
  { title: "Field and Archive", category: "Environmental Sciences", of: 358 },
];
const NAMES = ["Abellán, R", "Brandt, J", "Costa, M", "Dufour, C", "Eriksen, T", "Ferrer, L", "Girma, H", "Hoshino, A", "Ivanova, D", "Jansen, P", "Kaya, E", "Lindqvist, S"];
const AS_OF = "2025-06-30";

/**
 * @param {number} number how many
 * @returns {(import("../index.js").Publication & { title: string, authors: { name: string }[], published: string, venue: { title: string } })[]}
 */
export function inventPublications(number) {
  const random = generator(20240913);
  const below = (/** @type {number} */ limit) => Math.floor(random() * limit);
  /** @type {<T>(list: T[]) => T} */
  const pick = (list) => /** @type {any} */ (list[below(list.length)]);
  return Array.from({ length: number }, (_, index) => {
    // Ten things and ten processes make a hundred titles, none of them twice.
    const thing = /** @type {string} */ (THINGS[index % THINGS.length]);
    const process = /** @type {string} */ (PROCESSES[(Math.floor(index / THINGS.length) + index) % PROCESSES.length]);
    const { title: venue, category, of } = pick(VENUES);
    const year = 2015 + below(10);
    const skewed = random() ** 4;
    return {
      type: "article",
      title: `${thing}: ${process}`,
      doi: `10.5555/demo.${String(index + 1).padStart(3, "0")}`,
      published: String(year),
      venue: { title: venue },
      authors: Array.from({ length: 1 + below(3) }, () => ({ name: pick(NAMES) })),
      // Some are not counted, not talked about, not ranked: as in life.
      citations: random() < 0.1 ? [] : [{ source: pick(["Scopus", "Crossref", "Web of Science"]), count: Math.floor(skewed * 2400), asOf: AS_OF }],
      attention:
        random() < 0.3
          ? []
          : [
              { provider: "Altmetric", kind: /** @type {const} */ ("score"), value: Math.round(skewed * 4000) / 10 + 1, asOf: AS_OF },
              { provider: "Altmetric", kind: /** @type {const} */ ("mentions"), source: "Bluesky", value: 1 + below(40), asOf: AS_OF },
              { provider: "Altmetric", kind: /** @type {const} */ ("readers"), source: "Mendeley", value: 1 + below(120), asOf: AS_OF },
            ],
      rankings: random() < 0.15 ? [] : [{ agency: "WoS (JCR)", year: Math.min(year, 2023), category, rank: 1 + below(of), of }],
    };
  });
}

/**
 * Mulberry32: small, and even enough for a list of examples.
 *
 * @param {number} seed
 * @returns {() => number} from 0 to below 1
 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
