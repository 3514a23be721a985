//! Whether what the others render is what ours does: a comparison with less would be worth nothing.

use anyhow::{Result, ensure};

use crate::contender::Contender;
use crate::page::{Given, Page};
use crate::window::Window;

/// How many different records are compared.
const RECORDS: usize = 40;

/// What is compared: elements, their attributes in any order, and texts as they are read. Comments are templates' own marks, and so are
/// ids of theirs.
const NORMALISED: &str = r"
    const written = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (node.nodeType !== Node.ELEMENT_NODE) return '';
        const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
        return `\n<${node.localName}${attributes.join('')}>${[...node.childNodes].map(written).join('')}`;
    };
    return [...document.querySelectorAll('#stage > :not(p)')].map((element) => [...element.shadowRoot.childNodes].map(written).join(''))";

/// Opens one panel after the other, and tells which others are closed then, and the heading in it. What else is in a panel is simpler in the
/// others, and not compared.
const OPENED: &str = r"
    const told = [];
    const root = document.querySelector('#stage > :not(p)').shadowRoot;
    for (const panel of [...root.querySelectorAll('button[data-panel]')].map((it) => it.dataset.panel)) {
        const button = () => root.querySelector(`button[data-panel=${panel}]`);
        button().click();
        // Ours may fetch what it opens.
        for (let turns = 0; turns < 100 && button().ariaExpanded !== 'true'; turns++) await new Promise((resolve) => setTimeout(resolve, 50));
        await new Promise((resolve) => setTimeout(resolve, 50));
        const open = [...root.querySelectorAll('button[aria-expanded=true]')].map((it) => it.dataset.panel);
        const panels = [...root.querySelectorAll('.panel:not([hidden])')].map((it) => it.id);
        told.push([...open, ...panels, root.querySelector('.heading').textContent].join(', '));
    }
    return told";

/// Fails with the first difference.
pub fn check(window: &Window<'_>, contenders: &[Contender]) -> Result<()> {
    let rendered = |contender, given| -> Result<(Vec<String>, Vec<String>)> {
        window.visit(&Page {
            given,
            ..Page::of(contender, RECORDS)
        })?;
        window.shown()?;
        window.settle()?;
        Ok((window.ask(NORMALISED)?, window.ask(OPENED)?))
    };
    for given in [Given::Property, Given::Src] {
        let (ours, opened_ours) = rendered(Contender::Ours, given)?;
        let same = contenders
            .iter()
            .filter(|it| it.has_our_markup() && **it != Contender::Ours);
        for &contender in same {
            let (theirs, opened_theirs) = rendered(contender, given)?;
            ensure!(
                theirs.len() == ours.len(),
                "{} renders {} elements, not {}",
                contender.name(),
                theirs.len(),
                ours.len()
            );
            for (ours, theirs) in ours.iter().zip(&theirs) {
                compare(contender, ours, theirs)?;
            }
            ensure!(
                opened_ours == opened_theirs,
                "{} does not open the panels that ours does: {opened_theirs:?}, not {opened_ours:?}",
                contender.name()
            );
        }
    }
    Ok(())
}

fn compare(contender: Contender, ours: &str, theirs: &str) -> Result<()> {
    let mut lines = ours.lines().zip(theirs.lines());
    let difference = lines.find(|(ours, theirs)| ours != theirs);
    if let Some((ours, theirs)) = difference {
        anyhow::bail!(
            "{} does not render what ours does:\n  ours   {ours}\n  theirs {theirs}",
            contender.name()
        );
    }
    ensure!(
        ours.lines().count() == theirs.lines().count(),
        "{} renders more or fewer elements than ours:\n{ours}\n\n{theirs}",
        contender.name()
    );
    Ok(())
}
