//! The same row of badges in Leptos: a tree for each element.

use std::any::Any;

use leptos::html::Div;
use leptos::mount::mount_to;
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

const MARKS: &str = "M7 25v-7c0-5 3-8 8-9l1 3c-3 .8-4.5 2.5-4.5 5H16v8zM20 25v-7c0-5 3-8 8-9l1 3c-3 .8-4.5 2.5-4.5 5H29v8z";
/// By name: a shape without anything that varies would be put into a `g`, which the others do not have.
const TRACK: &str = "track";
const ARROW: &str = "M9 11V2M5.5 5 9 1.5 12.5 5M3 9v6a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9";

#[derive(Deserialize)]
struct Facts {
    badges: [Badge; 3],
    arcs: Vec<Arc>,
    ring: String,
    rung: Option<usize>,
    link: Option<String>,
}

#[derive(Deserialize)]
struct Badge {
    name: String,
    state: String,
    value: String,
    label: String,
    note: String,
    opens: bool,
}

#[derive(Deserialize)]
struct Arc {
    kind: String,
    dashes: String,
    offset: String,
}

/// A mounted row.
#[wasm_bindgen]
pub struct Mounted {
    _handle: Box<dyn Any>,
}

/// Mounts a row. `contents` is called with the name of a panel and the panel, when it has been opened.
#[wasm_bindgen]
pub fn mount(
    root: ShadowRoot,
    facts: JsValue,
    lang: String,
    theme: String,
    contents: js_sys::Function,
) -> Result<Mounted, JsValue> {
    let facts: Facts = serde_wasm_bindgen::from_value(facts)?;
    let root: HtmlElement = root.unchecked_into();
    let handle = mount_to(root, move || row(facts, lang, theme, contents));
    Ok(Mounted {
        _handle: Box::new(handle),
    })
}

fn row(facts: Facts, lang: String, theme: String, contents: js_sys::Function) -> impl IntoView {
    let open = RwSignal::new(String::new());
    let contents = StoredValue::new_local(contents);
    let Facts {
        badges: [citations, altmetric, quartile],
        arcs,
        ring: words,
        rung,
        link,
    } = facts;
    let share = link.map(|_| {
        let face = view! {
            <svg class="share-glyph" viewBox="0 0 18 18" aria-hidden="true"><path d=ARROW></path></svg>
            <span class="label">"Share"</span>
        };
        disclosure("share".into(), "badge share", "share-button".into(), "share-panel", "known".into(), face.into_any(), open, contents)
    });
    view! {
        <div data-theme=theme>
            <div class="widget" lang=lang>
                <div class="row" role="group" aria-label="Metrics of this publication">
                    {badge(citations, quotation().into_any(), open, contents)}
                    {badge(altmetric, ring(arcs, words).into_any(), open, contents)}
                    {badge(quartile, ladder(rung).into_any(), open, contents)}
                    {share}
                </div>
            </div>
        </div>
        <slot hidden=true></slot>
    }
}

type Contents = StoredValue<js_sys::Function, LocalStorage>;

fn badge(badge: Badge, glyph: AnyView, open: RwSignal<String>, contents: Contents) -> AnyView {
    let Badge {
        name,
        state,
        value,
        label,
        note,
        opens,
    } = badge;
    let value = if state == "none" {
        view! { <span aria-hidden="true">{value}</span> }.into_any()
    } else {
        value.into_any()
    };
    let face = view! {
        {glyph}
        <span class="head">
            <span class="value" part="value">{value}</span>
            " "
            <span class="label" part="label"><bdi>{label}</bdi></span>
        </span>
        " "
        <span class="note" part="note"><bdi>{note}</bdi></span>
    };
    let part = format!("badge badge-{name}");
    if opens {
        return disclosure(
            name,
            "badge",
            part,
            "panel",
            state,
            face.into_any(),
            open,
            contents,
        );
    }
    view! { <div class="item"><div class="badge" data-state=state part=part>{face}</div></div> }
        .into_any()
}

#[allow(clippy::too_many_arguments)]
fn disclosure(
    name: String,
    class: &'static str,
    part: String,
    panel_part: &'static str,
    state: String,
    face: AnyView,
    open: RwSignal<String>,
    contents: Contents,
) -> AnyView {
    let id = format!("{name}-panel");
    let name = StoredValue::new(name);
    let is_open = move || name.with_value(|name| open.with(|open| open == name));
    let toggle = move |_| {
        let opened = if is_open() {
            String::new()
        } else {
            name.get_value()
        };
        open.set(opened);
    };
    let panel = NodeRef::<Div>::new();
    Effect::new(move |was_open: Option<bool>| {
        let is_open = is_open();
        if (is_open || was_open == Some(true))
            && let Some(panel) = panel.get()
        {
            panel.set_text_content(None);
            if is_open {
                let _ = contents.with_value(|contents| {
                    contents.call2(&JsValue::NULL, &name.get_value().into(), &panel)
                });
            }
        }
        is_open
    });
    view! {
        <div class="item">
            <button
                type="button"
                class=class
                part=part
                data-panel=name.get_value()
                data-state=state
                aria-expanded=move || if is_open() { "true" } else { "false" }
                aria-controls=id.clone()
                on:click=toggle
            >
                {face}
            </button>
            <div class="panel" part=panel_part role="group" id=id hidden=move || !is_open() node_ref=panel></div>
        </div>
    }
    .into_any()
}

fn quotation() -> impl IntoView {
    view! { <svg class="glyph quotation" viewBox="0 0 36 36" aria-hidden="true"><path d=MARKS></path></svg> }
}

fn ring(arcs: Vec<Arc>, words: String) -> impl IntoView {
    let said = !arcs.is_empty();
    let arcs = arcs
        .into_iter()
        .map(
            |Arc {
                 kind,
                 dashes,
                 offset,
             }| {
                view! {
                    <circle
                        class=format!("arc {kind}")
                        cx="18"
                        cy="18"
                        r="14"
                        pathLength="1000"
                        stroke-dasharray=dashes
                        stroke-dashoffset=offset
                    ></circle>
                }
            },
        )
        .collect_view();
    view! {
        <svg
            class="glyph ring"
            viewBox="0 0 36 36"
            aria-hidden=(!said).then_some("true")
            role=said.then_some("img")
            aria-label=said.then_some(words)
        >
            <circle class=TRACK cx="18" cy="18" r="14"></circle>
            {arcs}
        </svg>
    }
}

fn ladder(rung: Option<usize>) -> impl IntoView {
    let rungs = ["4", "12", "20", "28"]
        .into_iter()
        .enumerate()
        .map(|(index, y)| {
            let class = if rung == Some(index + 1) {
                "rung marked"
            } else {
                "rung"
            };
            view! { <rect class=class x="5" y=y width="26" height="5" rx="2"></rect> }
        })
        .collect_view();
    view! { <svg class="glyph ladder" viewBox="0 0 36 36" aria-hidden="true">{rungs}</svg> }
}
