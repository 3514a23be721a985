//! What must hold on each page.

/// Something that a reader or the page's author relies on.
pub struct Check {
    /// As the table of `cargo xtask package` has it.
    pub name: &'static str,
    /// What a reader does for it.
    pub deed: &'static str,
    /// What then becomes true.
    pub holds: &'static str,
}

/// On every page, in the order in which a reader comes by. With them, everything that is loaded later has been: the program of whole
/// pages with its glue, that of other dialects, a language, the icons, what exports and formats references, the page's own words.
pub const ALL: [Check; 9] = [
    Check {
        name: "badges",
        deed: "at('bound').scrollIntoView({ block: 'center' })",
        holds: "shown('bound').includes('6 citations') && at('bound').state === 'ready'",
    },
    Check {
        name: "event",
        deed: "",
        holds: "document.body.dataset.loaded === '10.5555/moss'",
    },
    Check {
        name: "property",
        deed: "at('early').scrollIntoView({ block: 'center' })",
        holds: "shown('early').includes('7 citations')",
    },
    Check {
        name: "share",
        deed: "control('bound', 'share-button').click()",
        holds: "links().length > 5 && links().every((link) => link.querySelector('svg path'))",
    },
    Check {
        name: "dialect",
        deed: "at('foreign').scrollIntoView({ block: 'center' })",
        holds: "shown('foreign').includes('4 citations') && shown('foreign').includes('Lichens that were overlooked')",
    },
    Check {
        name: "language",
        deed: "at('spanish').scrollIntoView({ block: 'center' })",
        holds: "/6 ?citas/.test(shown('spanish'))",
    },
    Check {
        name: "whole",
        deed: "at('whole').scrollIntoView()",
        holds: "at('whole').state === 'ready' && shown('whole').includes('What was watered lived.') && sections() > 8",
    },
    Check {
        name: "cite",
        deed: "root('whole').querySelector('[data-cite=apa]').click()",
        holds: "root('whole').querySelector('.cited')?.innerText.startsWith('Carberry, J., & Verde, A. (2023)')",
    },
    Check {
        name: "words",
        deed: "customElements.get('publication-metrics').setMessages('en', { citations: '{count, plural, one {mention} other {mentions}}' })",
        holds: "shown('bound').includes('6 mentions')",
    },
];

/// On pages that a server has written in part: it is in what is served, and the script has taken it over, once and in place.
pub const PRERENDERED: Check = Check {
    name: "server",
    deed: "at('written').scrollIntoView(); fetch('').then((answer) => answer.text()).then((text) => { window.served = text; })",
    holds: "/<template shadowrootmode=\"open\">.*>6<.{0,200}citations/s.test(window.served) && at('written').state === 'ready' && shown('written').includes('6 citations') && root('written') === window.before?.root && !window.before.widget.isConnected && root('written').querySelectorAll('.widget').length === 1",
};

/// What the expressions are written in.
pub const WORDS: &str = "
    const at = (id) => {
        const node = document.getElementById(id);
        return node?.matches('publication-metrics') ? node : node?.querySelector('publication-metrics');
    };
    const root = (id) => at(id)?.shadowRoot;
    const shown = (id) => root(id)?.querySelector('.widget')?.textContent.replace(/\\s+/g, ' ') ?? '';
    const control = (id, part) => {
        const box = root(id).querySelector(`[part~=${part}]`);
        return box.matches('[aria-expanded]') ? box : box.querySelector('[aria-expanded]');
    };
    const links = () => [...root('bound').querySelectorAll('[part~=share-panel] a')];
    const sections = () => root('whole').querySelectorAll('[part*=section-]').length;
";

/// Before anything of a page: keeps what it complains of, and what of a server's work is there before the script.
pub const WATCH: &str = "
    window.complaints = [];
    for (const level of ['error', 'warn']) {
        const say = console[level];
        console[level] = (...said) => {
            complaints.push(`console.${level}: ${said.join(' ')}`);
            say.apply(console, said);
        };
    }
    addEventListener('error', ({ message, target }) => {
        complaints.push(message ?? `${target.src ?? target.href} could not be loaded`);
    }, true);
    addEventListener('unhandledrejection', ({ reason }) => complaints.push(`unhandled: ${reason}`));
    new MutationObserver(() => {
        const root = document.querySelector('#written publication-metrics')?.shadowRoot;
        const widget = root?.querySelector('.widget');
        if (widget) window.before ??= { root, widget };
    }).observe(document, { subtree: true, childList: true });
";

/// What a page has complained of, and what it was not given.
pub const COMPLAINTS: &str = "
    return [
        ...complaints,
        ...performance.getEntries()
            .filter(({ name, responseStatus }) => responseStatus !== undefined && responseStatus !== 200
                // Browsers ask for it by themselves.
                && !name.endsWith('/favicon.ico'))
            .map(({ name, responseStatus }) => `${name}: ${responseStatus}`),
    ]";
