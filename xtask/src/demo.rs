//! Serves the demo on this machine.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::middleware::map_response;
use axum::response::Response;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::build;
use crate::project::Project;
use crate::toolchain::Way;

/// What the demo can be told.
#[derive(clap::Args)]
pub struct Arguments {
    /// The port to listen on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Builds the demo and serves it until it is interrupted.
pub fn demo(project: &Project, way: Way, arguments: &Arguments) -> Result<()> {
    // Before the build, which takes long.
    let listener = listen(arguments.port)?;
    build::build(project, way)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the server could not be started")?;
    runtime.block_on(serve(project, listener))
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} is taken by another program. Choose another: cargo xtask demo --port {}",
            port.checked_add(1).unwrap_or(8080)
        ),
        _ => anyhow!(error).context(format!("port {port} cannot be listened on")),
    })
}

async fn serve(project: &Project, listener: TcpListener) -> Result<()> {
    listener
        .set_nonblocking(true)
        .context("the server could not be started")?;
    let listener =
        tokio::net::TcpListener::from_std(listener).context("the server could not be started")?;
    let address = listener.local_addr().context("the server has no address")?;
    println!("http://{address}/");
    eprintln!("Ctrl-C ends it.");
    let site = Router::new()
        .fallback_service(ServeDir::new(project.site()))
        .layer(map_response(with_charset))
        // Compressed for each request, so it must be quick.
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        // Whoever builds again wants to see what was built.
        .layer(SetResponseHeaderLayer::overriding(
            CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ));
    // Not gracefully: a browser that keeps its connection would keep us waiting.
    tokio::select! {
        served = async { axum::serve(listener, site).await } => served.context("the server stopped"),
        interrupted = tokio::signal::ctrl_c() => {
            eprintln!();
            interrupted.context("Ctrl-C cannot be heard")
        }
    }
}

/// All our text is UTF-8, and a classic script is otherwise taken to be in its page's encoding.
async fn with_charset(mut response: Response) -> Response {
    if let Some(kind) = response.headers_mut().get_mut(CONTENT_TYPE)
        && let Ok(text) = kind.to_str()
        && text.starts_with("text/")
        && !text.contains("charset")
        && let Ok(full) = HeaderValue::from_str(&format!("{text}; charset=utf-8"))
    {
        *kind = full;
    }
    response
}
