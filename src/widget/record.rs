use std::rc::Rc;

use crate::formats::Reading;
use crate::publication::Publication;

/// A publication as it was read, shared by all elements that show it.
#[derive(Clone, Debug)]
pub struct Record {
    read: Rc<(Publication, Faults)>,
}

/// Which lists of numbers had an entry that could not be understood. A badge that is left without a number
/// then says so, which is not the same as having none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// In `citations`.
    pub citations: bool,
    /// In `attention`.
    pub attention: bool,
    /// In `rankings`.
    pub rankings: bool,
}

/// One record is the same as another when it is the very same: comparing their contents at each update would
/// cost more than rendering.
impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.read, &other.read)
    }
}

impl Record {
    /// Takes what was read, and from its warnings only where they are.
    pub fn of(reading: Reading) -> Self {
        let in_list = |list: &str| reading.warnings.iter().any(|it| it.path.starts_with(list));
        let faults = Faults {
            citations: in_list("citations"),
            attention: in_list("attention"),
            rankings: in_list("rankings"),
        };
        Self {
            read: Rc::new((reading.publication, faults)),
        }
    }

    /// The publication.
    pub fn publication(&self) -> &Publication {
        &self.read.0
    }

    /// What could not be understood.
    pub fn faults(&self) -> Faults {
        self.read.1
    }
}
