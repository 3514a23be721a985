/** The components, which Preact and React share: what differs between the two is how a root is made. */

import { ARROW, MARKS, RUNGS } from "./drawings.js";
import { contentsOf } from "./panels.js";

/** @param {{ shown: import("./host.js").Shown, useState: <T>(first: T) => [T, (next: T) => void] }} props */
export function Badges({ shown, useState }) {
  const [open, setOpen] = useState(/** @type {string | undefined} */ (undefined));
  const { facts, lang, theme } = shown;
  const glyphs = [<Quotation />, <Ring arcs={facts.arcs} words={facts.ring} />, <Ladder rung={facts.rung} />];
  const item = (name) => ({ name, shown, isOpen: open === name, toggle: () => setOpen(open === name ? undefined : name) });
  return (
    <>
      <div data-theme={theme}>
        <div className="widget" lang={lang}>
          <div className="row" role="group" aria-label="Metrics of this publication">
            {facts.badges.map((badge, index) => (
              <Badge key={badge.name} badge={badge} glyph={glyphs[index]} {...item(badge.name)} />
            ))}
            {facts.link && (
              <Disclosure {...item("share")} className="badge share" part="share-button" panelPart="share-panel" state="known">
                <svg className="share-glyph" viewBox="0 0 18 18" aria-hidden="true">
                  <path d={ARROW} />
                </svg>
                <span className="label">Share</span>
              </Disclosure>
            )}
          </div>
        </div>
      </div>
      <slot hidden />
    </>
  );
}

function Badge({ badge: { name, state, value, label, note, opens }, glyph, ...item }) {
  const part = `badge badge-${name}`;
  const face = (
    <>
      {glyph}
      <span className="head">
        <span className="value" part="value">
          {state === "none" ? <span aria-hidden="true">{value}</span> : value}
        </span>{" "}
        <span className="label" part="label">
          <bdi>{label}</bdi>
        </span>
      </span>{" "}
      <span className="note" part="note">
        <bdi>{note}</bdi>
      </span>
    </>
  );
  if (opens) {
    return (
      <Disclosure {...item} name={name} className="badge" part={part} panelPart="panel" state={state}>
        {face}
      </Disclosure>
    );
  }
  return (
    <div className="item">
      <div className="badge" data-state={state} part={part}>
        {face}
      </div>
    </div>
  );
}

function Disclosure({ name, className, part, panelPart, state, shown, isOpen, toggle, children }) {
  const fill = (panel) => panel?.replaceChildren(...(isOpen ? contentsOf(name, shown) : []));
  return (
    <div className="item">
      <button type="button" className={className} part={part} data-panel={name} data-state={state} aria-expanded={isOpen} aria-controls={`${name}-panel`} onClick={toggle}>
        {children}
      </button>
      <div className="panel" part={panelPart} role="group" id={`${name}-panel`} hidden={!isOpen} ref={isOpen ? fill : undefined} key={String(isOpen)} />
    </div>
  );
}

function Quotation() {
  return (
    <svg className="glyph quotation" viewBox="0 0 36 36" aria-hidden="true">
      <path d={MARKS} />
    </svg>
  );
}

function Ring({ arcs, words }) {
  const said = arcs.length > 0;
  return (
    <svg className="glyph ring" viewBox="0 0 36 36" aria-hidden={said ? undefined : "true"} role={said ? "img" : undefined} aria-label={said ? words : undefined}>
      <circle className="track" cx="18" cy="18" r="14" />
      {arcs.map(({ kind, dashes, offset }) => (
        <circle key={kind} className={`arc ${kind}`} cx="18" cy="18" r="14" pathLength="1000" stroke-dasharray={dashes} stroke-dashoffset={offset} />
      ))}
    </svg>
  );
}

function Ladder({ rung }) {
  return (
    <svg className="glyph ladder" viewBox="0 0 36 36" aria-hidden="true">
      {RUNGS.map((y, index) => (
        <rect key={y} className={index + 1 === rung ? "rung marked" : "rung"} x="5" y={y} width="26" height="5" rx="2" />
      ))}
    </svg>
  );
}
