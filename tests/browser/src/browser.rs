//! One browser with its driver, spoken to by W3C WebDriver.

use std::fs;
use std::future::Future;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::actions::InputSource;
use fantoccini::wd::{PrintConfiguration, TimeoutConfiguration, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::Handle;
use url::{ParseError, Url};

use crate::elsewhere::Elsewhere;
use crate::engine::{Place, Prepared, downloads};
use crate::process::Process;

/// How long a driver may take to start, and a browser to answer, unless more is asked for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running browser. All methods wait.
pub struct Browser {
    runtime: Handle,
    client: Client,
    elsewhere: Elsewhere,
    own_domains: &'static [&'static str],
    patience: Duration,
    // Dropped in this order: the browser's files go when nothing writes them any more.
    _driver: Process,
    scratch: TempDir,
}

impl Browser {
    /// Starts a browser and its driver.
    pub fn start(engine: &Prepared, runtime: &Handle) -> Result<Self> {
        Self::start_with(engine, runtime, &[], PATIENCE)
    }

    /// The same with further arguments, which only Chromium takes, and so much time to answer.
    pub fn start_with(
        engine: &Prepared,
        runtime: &Handle,
        arguments: &[&str],
        patience: Duration,
    ) -> Result<Self> {
        let scratch = TempDir::with_prefix("browser-tests-").context("no temporary directory")?;
        fs::create_dir(downloads(scratch.path())).context("no directory for downloads")?;
        let elsewhere = runtime.block_on(Elsewhere::start())?;
        let port = free_port()?;
        let recipe = engine.recipe(&Place {
            port,
            scratch: scratch.path(),
            proxy: elsewhere.address(),
            arguments,
        });
        let mut driver = Process::start(
            Command::new(&recipe.driver)
                .args(&recipe.arguments)
                .envs(recipe.environment)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        let name = recipe.driver.display();
        await_listener(&mut driver, port).with_context(|| format!("{name} did not start"))?;
        let client = runtime
            .block_on(in_time(
                PATIENCE,
                ClientBuilder::new(HttpConnector::new())
                    .capabilities(recipe.capabilities)
                    .connect(&format!("http://127.0.0.1:{port}")),
            ))?
            .with_context(|| format!("{name} could not start its browser"))?;
        let browser = Self {
            runtime: runtime.clone(),
            client,
            elsewhere,
            own_domains: engine.own_domains(),
            patience,
            _driver: driver,
            scratch,
        };
        browser.wait(browser.client.update_timeouts(TimeoutConfiguration::new(
            Some(patience),
            Some(patience),
            None,
        )))?;
        Ok(browser)
    }

    /// Opens an address in the window.
    pub fn open(&self, address: &str) -> Result<()> {
        self.wait(self.client.goto(address))
    }

    /// Goes back in the window's history.
    pub fn back(&self) -> Result<()> {
        self.wait(self.client.back())
    }

    /// Runs a script's text as a function's body in the page, and awaits what it returns.
    pub fn run(&self, script: &str) -> Result<Value> {
        self.wait(self.client.execute(script, Vec::new()))
    }

    /// Has a person's hands do something.
    pub fn act(&self, source: impl InputSource) -> Result<()> {
        self.wait(self.client.perform_actions(source))
    }

    /// Continues inside the first frame of the page.
    pub fn enter_frame(&self) -> Result<()> {
        self.wait(self.client.enter_frame(0))
    }

    /// A picture of what the window shows, as PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        self.wait(self.client.screenshot())
    }

    /// What a printer would get, as PDF.
    pub fn print(&self) -> Result<Vec<u8>> {
        self.wait(self.client.print(PrintConfiguration::default()))
    }

    /// Sends a command of Chromium's own protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let command = DevTools {
            command: command.into(),
            parameters,
        };
        self.wait(self.client.issue_cmd(command))
    }

    /// The hosts beside this machine that the page asked for.
    pub fn asked_elsewhere(&self) -> Vec<String> {
        let is_own = |host: &str| {
            let mut domains = self.own_domains.iter();
            domains.any(|domain| {
                host.strip_suffix(domain)
                    .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            })
        };
        let mut hosts = self.elsewhere.asked();
        hosts.retain(|host| !is_own(host));
        hosts
    }

    /// A file that the browser has saved, as far as it is written; empty before.
    pub fn saved(&self, name: &str) -> Vec<u8> {
        fs::read(downloads(self.scratch.path()).join(name)).unwrap_or_default()
    }

    /// How many windows and tabs there are.
    pub fn windows(&self) -> Result<usize> {
        Ok(self.wait(self.client.windows())?.len())
    }

    /// Leaves nothing of the last page: the next one finds a window of its own.
    pub fn reset(&self) -> Result<()> {
        let windows = self.wait(self.client.windows())?;
        for extra in windows.iter().skip(1) {
            self.wait(self.client.switch_to_window(extra.clone()))?;
            self.wait(self.client.close_window())?;
        }
        let first = windows.into_iter().next().context("no window is left")?;
        self.wait(self.client.switch_to_window(first))?;
        self.wait(self.client.release_actions())?;
        self.open("about:blank")?;
        self.elsewhere.forget();
        for file in fs::read_dir(downloads(self.scratch.path()))? {
            let file = file?;
            if file.file_type()?.is_file() {
                fs::remove_file(file.path())?;
            }
        }
        Ok(())
    }

    fn wait<T, E>(&self, answer: impl Future<Output = Result<T, E>>) -> Result<T>
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        Ok(self
            .runtime
            .block_on(in_time(self.patience * 2, answer))??)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that does not go by itself is killed with its driver.
        let close = self.client.clone().close();
        let _ = self
            .runtime
            .block_on(in_time(Duration::from_secs(5), close));
    }
}

async fn in_time<T>(limit: Duration, answer: impl Future<Output = T>) -> Result<T> {
    tokio::time::timeout(limit, answer)
        .await
        .context("the browser does not answer any more")
}

/// A port that nobody listens on. Another program could take it before the driver does; the driver
/// then does not start, and the run says so.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no free port for a driver")?;
    Ok(listener.local_addr()?.port())
}

fn await_listener(driver: &mut Process, port: u16) -> Result<()> {
    let start = Instant::now();
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        if let Some(status) = driver.child().try_wait()? {
            bail!("it ended with {status}");
        }
        if start.elapsed() > PATIENCE {
            bail!("it does not listen on port {port}");
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// A command of the Chrome DevTools Protocol, by chromedriver.
#[derive(Debug)]
struct DevTools {
    command: String,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = json!({ "cmd": self.command, "params": self.parameters });
        (Method::POST, Some(body.to_string()))
    }
}
