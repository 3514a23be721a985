//! A page that is itself a Yew application, with the widget in its view: what the browser tests open.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

/// The application: two widgets inside what listens to clicks, beside what changes them.
#[component]
fn Page() -> Html {
    let clicks = use_state(|| 0);
    let count = use_state(|| 3);
    let lang = use_state(|| "en");
    let is_shown = use_state(|| true);
    let clicked = {
        let clicks = clicks.clone();
        Callback::from(move |_: MouseEvent| clicks.set(*clicks + 1))
    };
    let more = {
        let count = count.clone();
        Callback::from(move |_: MouseEvent| count.set(*count + 1))
    };
    let translate = {
        let lang = lang.clone();
        Callback::from(move |_: MouseEvent| lang.set("es"))
    };
    let toggle = {
        let is_shown = is_shown.clone();
        Callback::from(move |_: MouseEvent| is_shown.set(!*is_shown))
    };
    html! {
        <main>
            <button id="more" onclick={more}>{ "Cite" }</button>
            <button id="translate" onclick={translate}>{ "Translate" }</button>
            <button id="toggle" onclick={toggle}>{ "Toggle" }</button>
            <p id="clicks">{ *clicks }</p>
            if *is_shown {
                <section onclick={clicked}>
                    <publication-metrics src="records/her2-review.json" loading="eager" lang={*lang}>{ "fallback" }</publication-metrics>
                    <publication-metrics loading="eager" ~publication={record(*count)}>{ "fallback" }</publication-metrics>
                </section>
            }
            <p id="count">{ *count }</p>
        </main>
    }
}

/// A record that is cited so often.
fn record(count: u32) -> JsValue {
    let text = format!(
        r#"{{ "title": "On moss", "doi": "10.1000/1", "citations": [{{ "source": "Scopus", "count": {count} }}] }}"#
    );
    js_sys::JSON::parse(&text).unwrap_or_default()
}

/// Starts the application in the page's `body`, beside what is there.
#[wasm_bindgen(start)]
fn start() {
    yew::Renderer::<Page>::new().render();
}
