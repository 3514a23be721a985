//! The table in which a badge's details stand: what is counted, how much, and whose it is as of when.

use crate::language::Message;
use crate::widget::nodes::Nodes;

/// Begins a table whose columns are named for a screen reader only; sighted readers see what they are.
pub fn begin(columns: [Message; 3], out: &mut Nodes) {
    for column in columns {
        out.word(column);
    }
    out.draw(
        "<table><thead class='unseen'><tr><th scope='col'>*</th><th scope='col'>*</th><th scope='col'>*</th></tr></thead>\
         <tbody>",
    );
}

/// Begins a row, whose name is drawn next.
pub fn begin_row(out: &mut Nodes) {
    out.draw("<tr><th scope='row'>");
}

/// Ends a row: the exact figure, then source and date.
pub fn end_row(figure: String, provenance: String, out: &mut Nodes) {
    out.given(figure);
    out.given(provenance);
    out.draw("</th><td class='figure'>*</td><td class='provenance'><bdi>*</bdi></td></tr>");
}

/// Ends the table.
pub fn end(out: &mut Nodes) {
    out.draw("</tbody></table>");
}
