//! Faults that a page of the browser tests asks for, by the feature `faults`. Without it, and natively, there are none.

/// Where the page is asked whether the program is to stop here.
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "each program has some of these places")]
pub enum Place {
    /// A record is read.
    Read,
    /// A widget is mounted.
    Mount,
    /// A mounted widget is told of something else to show.
    Update,
    /// A widget is taken away.
    Unmount,
    /// A view is made.
    Render,
    /// What follows when a render is in the page.
    Effect,
    /// A reader does something.
    Event,
    /// What the widget has asked of the page is there.
    Answer,
}

/// Traps where the page's `faultAt(place)` says so.
#[cfg(all(feature = "faults", target_arch = "wasm32"))]
pub fn at(place: Place) {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_name = faultAt)]
        fn fault_at(place: &str) -> Result<bool, JsValue>;
    }

    let place = match place {
        Place::Read => "read",
        Place::Mount => "mount",
        Place::Update => "update",
        Place::Unmount => "unmount",
        Place::Render => "render",
        Place::Effect => "effect",
        Place::Event => "event",
        Place::Answer => "answer",
    };
    // A page without the function asks for none.
    if fault_at(place) == Ok(true) {
        core::arch::wasm32::unreachable();
    }
}

/// Nothing.
#[cfg(not(all(feature = "faults", target_arch = "wasm32")))]
#[inline]
pub const fn at(_: Place) {}
