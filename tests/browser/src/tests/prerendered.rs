//! What a server has written shows without a script, and the script takes it over where it stands.

use std::process::Command;

use serde_json::{Value, json};

use crate::page::{Page, SCRIPT, STRICT_POLICY};

/// Writes the HTML of the HER2 record by the package, as a server does.
fn render(page: &Page<'_>, options: &Value) -> String {
    const RENDER: &str = "
        import { readFileSync } from 'node:fs';
        import { pathToFileURL } from 'node:url';
        const [program, record, options] = process.argv.slice(1);
        const { render } = await import(pathToFileURL(program));
        process.stdout.write(await render(JSON.parse(readFileSync(record)), JSON.parse(options)));";
    let site = page.stage.site().canonicalize().expect("the site is built");
    let npm = site.with_file_name("npm");
    let output = Command::new("node")
        .args(["--input-type=module", "--eval", RENDER])
        .arg(npm.join("render.js"))
        .arg(site.join("her2-review.json"))
        .arg(options.to_string())
        .output()
        .expect("Node.js is there");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    String::from_utf8(output.stdout).expect("HTML in UTF-8")
}

/// Keeps each view of the widget that differs from the one before: how many badges a reader sees, and what is where. It
/// looks in every frame, and after each change in between. The parser makes one text of two that stand together, and engines
/// round where texts end to a fraction of a pixel.
const WATCH: &str = r#"<script>
    window.views = [];
    const seen = (node) => node.checkVisibility() && node.getClientRects().length;
    const near = (one, other) => one === other || Math.abs(one - other) < 0.1;
    const isLike = (one, other) => one.text === other?.text && one.places.length === other.places.length
        && one.places.every((place, n) => place.every((it, m) => near(it, other.places[n][m])));
    const look = () => {
        const root = document.querySelector("publication-metrics")?.shadowRoot;
        if (!root || document.readyState === "loading") return;
        const nodes = [...root.querySelectorAll("[data-theme] *")].filter(seen);
        const badges = nodes.filter((node) => node.matches("[part~=badge]")).length;
        const places = nodes.map((node) => {
            const { x, y, width, height } = node.getBoundingClientRect();
            return [node.localName, node.className.baseVal ?? node.className, x, y, width, height];
        });
        const texts = nodes.filter((node) => node.matches(".widget")).map((node) => node.innerText.replace(/\s+/g, " ").trim());
        const view = { badges, places, text: texts.join() };
        if (!isLike(view, views.at(-1))) views.push(view);
    };
    const observer = new MutationObserver(look);
    // All is parsed, and no module has run.
    document.addEventListener("readystatechange", () => {
        look();
        observer.observe(document.querySelector("publication-metrics").shadowRoot, { subtree: true, childList: true, attributes: true });
    }, { once: true });
    (function frame() { look(); requestAnimationFrame(frame); })();
</script>"#;

/// Where the script cannot run, or has not arrived yet.
pub fn shows_without_the_script(page: &Page<'_>) {
    for layout in ["badges", "card", "full"] {
        let html = render(page, &json!({ "layout": layout, "lang": "es" }));
        page.open_with(r#"<script type="module" src="gone.js"></script>"#, &html);
        assert!(page.is("!customElements.get('publication-metrics')"));
        assert_eq!(page.value::<usize>("probe.parts('badge').filter(probe.visible).length"), 3, "{layout}");
        assert!(page.text("badge-citations").starts_with("6 citas"), "{}", page.text("badge-citations"));
        let style = "getComputedStyle(probe.part('badge')).borderTopWidth";
        assert_eq!(page.value::<String>(style), "1px", "the styles are there");
    }
}

/// Without a flash, a shift or a second copy.
pub fn is_taken_over_in_place(page: &Page<'_>) {
    for (layout, lang) in [("badges", "en"), ("card", "es"), ("full", "en"), ("full", "ar")] {
        let html = render(page, &json!({ "layout": layout, "lang": lang, "theme": "light" }));
        page.open_with(&format!("{WATCH}{SCRIPT}"), &html);
        page.until_ready();
        page.settle();
        let views: Vec<Value> = page.value("views");
        if let [before, after, ..] = &views[..] {
            let told = |view: &Value| format!("{} badges, {}", view["badges"], view["text"]);
            let moved: Vec<_> = places(before).into_iter().zip(places(after)).filter(|(one, other)| one != other).collect();
            panic!("{layout} in {lang} has {} views: {moved:?}\n{}\n{}", views.len(), told(before), told(after));
        }
        assert_eq!(views[0]["badges"], 3, "{layout}");
        assert_eq!(page.value::<usize>("probe.parts('badge-citations').length"), 1);
        assert_eq!(page.value::<usize>("probe.root().querySelectorAll('style').length"), 0);
        assert_eq!(page.value::<usize>("probe.root().querySelectorAll('[data-theme]').length"), 1);
        assert_eq!(page.value::<Vec<String>>("probe.seen.warnings"), [""; 0]);
        // It is the script's now.
        page.click("probe.toggle('share-button')");
        page.until("probe.visible(probe.panel('share-button'))");
    }
}

/// The theme `auto` has the colours of the page before the script has come, and the same after.
pub fn follows_the_page_without_the_script(page: &Page<'_>) {
    const COLOURS: &str = r"['color', 'backgroundColor', 'borderTopColor'].map((it) => {
        const written = getComputedStyle(probe.part('badge'))[it];
        const [red, green, blue] = written.match(/[\d.]+/g).map(Number);
        return [red, green, blue].map((it) => Math.round(written.startsWith('color(') ? it * 255 : it));
    })";
    let html = render(page, &json!({ "layout": "card" }));
    for (text, paper) in [("#eee", [22, 25, 30]), ("#222", [255, 255, 255]), ("oklch(0.9 0.02 250)", [22, 25, 30])] {
        let style = format!("<style>body {{ color: {text} }}</style>");
        page.open_with(&style, &html);
        let before: [[u8; 3]; 3] = page.value(COLOURS);
        assert_eq!(before[1], paper, "beside {text}");
        page.open_with(&format!("{style}{SCRIPT}"), &html);
        page.until_ready();
        assert_eq!(page.value::<[[u8; 3]; 3]>(COLOURS), before, "beside {text}");
    }
}

/// The script needs no request for the record, and no other program than for a record of our own.
pub fn brings_its_record(page: &Page<'_>) {
    page.open(&render(page, &json!({ "hideEmpty": true, "loading": "eager" })));
    page.until_ready();
    assert!(page.is("probe.element().hideEmpty"));
    for unwanted in ["records/her2-review.json", "site/publication-metrics-dialects.js", "site/publication-metrics-full.js"] {
        assert_eq!(page.requests(unwanted), 0, "{unwanted}");
    }
}

/// Its styles by a nonce.
pub fn keeps_to_a_strict_policy(page: &Page<'_>) {
    let policy = STRICT_POLICY.replace("style-src 'self'", "style-src 'self' 'nonce-bm9uY2U='");
    page.stage.set_policy(&format!("{policy}; require-trusted-types-for 'script'"));
    let html = render(page, &json!({ "layout": "full", "nonce": "bm9uY2U=" }));
    for script in ["", SCRIPT] {
        page.open_with(script, &html);
        if !script.is_empty() {
            page.until_ready();
        }
        let style = "getComputedStyle(probe.part('badge')).borderTopWidth";
        assert_eq!(page.value::<String>(style), "1px", "the styles are there");
        assert_eq!(page.value::<Vec<String>>("probe.seen.violations"), [""; 0]);
    }
}

fn places(view: &Value) -> Vec<&Value> {
    view["places"].as_array().into_iter().flatten().collect()
}
