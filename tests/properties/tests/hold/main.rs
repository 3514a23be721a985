//! Promises held against what is made up: for each a few hundred cases, of which fuzzing has millions.

mod edited;
mod findings;
mod large;
mod limits;
mod looks;
mod made_up;
mod pieces;
mod records;
mod samples;
mod texts;
