//! The table in which a badge's details stand.

use yew::prelude::*;

/// A row: what is counted, how much, and whose it is as of when.
pub struct Row {
    /// The row's name.
    pub name: Html,
    /// The exact figure.
    pub figure: Html,
    /// Source and date.
    pub provenance: Html,
}

/// A table whose columns are named for a screen reader only; sighted readers see what they are.
pub fn table(columns: [String; 3], rows: impl Iterator<Item = Row>) -> Html {
    let [name, figure, provenance] = columns;
    let rows = rows.map(|row| {
        html! {
            <tr>
                <th scope="row">{row.name}</th>
                <td class="figure">{row.figure}</td>
                <td class="provenance">{row.provenance}</td>
            </tr>
        }
    });
    html! {
        <table>
            <thead class="unseen">
                <tr><th scope="col">{name}</th><th scope="col">{figure}</th><th scope="col">{provenance}</th></tr>
            </thead>
            <tbody>{for rows}</tbody>
        </table>
    }
}
