//! The table in which a badge's details stand.

use yew::Html;

use crate::widget::element::{element, fixed, text};

/// A row: what is counted, how much, and whose it is as of when.
pub struct Row {
    /// The row's name.
    pub name: Html,
    /// The exact figure.
    pub figure: String,
    /// Source and date.
    pub provenance: Html,
}

/// A table whose columns are named for a screen reader only; sighted readers see what they are.
pub fn table(columns: [String; 3], rows: Vec<Row>) -> Html {
    let head = |name: String| element("th", fixed!["scope" = "col"], vec![text(name)]);
    let row = |row: Row| {
        let cells = vec![
            element("th", fixed!["scope" = "row"], vec![row.name]),
            element("td", fixed!["class" = "figure"], vec![text(row.figure)]),
            element("td", fixed!["class" = "provenance"], vec![row.provenance]),
        ];
        element("tr", &[], cells)
    };
    let columns = element("tr", &[], columns.into_iter().map(head).collect());
    let parts = vec![
        element("thead", fixed!["class" = "unseen"], vec![columns]),
        element("tbody", &[], rows.into_iter().map(row).collect()),
    ];
    element("table", &[], parts)
}
