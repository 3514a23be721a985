//! Citation, attention and quartile badges with a share panel, from a publication JSON.
//!
//! Data goes one way: bytes → [`formats`] → [`publication`] → [`indicators`] → the widget → DOM or HTML.
//! See ARCHITECTURE.md for the map.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unreachable
    )
)]

mod fault;
pub mod formats;
pub mod indicators;
pub mod language;
mod percent;
pub mod publication;
#[cfg(feature = "render")]
pub mod render;
pub mod share;
#[cfg(feature = "dialects")]
pub mod sources;
pub mod widget;

#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
