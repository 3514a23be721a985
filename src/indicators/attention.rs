//! What an attention badge shows: the leading figure, and the kinds of attention side by side.

use crate::publication::{Attention, AttentionKind};

/// The figures of attention of a publication, ordered for a badge.
#[derive(Clone, Debug, PartialEq)]
pub struct AttentionProfile<'a> {
    /// The figure that a badge shows: the first score, exactly as given; without one, the largest figure.
    pub leading: &'a Attention,
    /// The kinds of attention with their share of all, in the order of [`AttentionKind::ALL`]; kinds without
    /// any are left out, and so is the score, which is made of the others. The shares add up to 1.
    pub arcs: Vec<Arc>,
}

/// One kind of attention and its share of all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// The kind.
    pub kind: AttentionKind,
    /// How much of it there is: of the provider that counts most, its total or the sum of its figures.
    pub volume: f64,
    /// Its share of all attention, above 0 and up to 1.
    pub share: f64,
}

/// The smallest share that is still drawn: a kind that exists must be seen.
const SMALLEST_ARC: f64 = 0.06;

impl<'a> AttentionProfile<'a> {
    /// `None` where the record has no figure of attention.
    pub fn of(figures: &'a [Attention]) -> Option<Self> {
        let score = figures
            .iter()
            .find(|figure| figure.kind == AttentionKind::Score);
        let largest = || {
            // The first of equals, so that the host's order decides; `max_by` would take the last.
            figures.iter().reduce(|largest, figure| {
                if figure.value > largest.value {
                    figure
                } else {
                    largest
                }
            })
        };
        Some(Self {
            leading: score.or_else(largest)?,
            arcs: arcs(figures),
        })
    }
}

fn arcs(figures: &[Attention]) -> Vec<Arc> {
    let mut arcs = Vec::new();
    for kind in AttentionKind::ALL {
        let volume = volume(figures, kind);
        if kind != AttentionKind::Score && volume > 0.0 {
            arcs.push(Arc {
                kind,
                volume,
                share: volume,
            });
        }
    }
    to_shares(&mut arcs);
    for arc in &mut arcs {
        arc.share = arc.share.max(SMALLEST_ARC);
    }
    to_shares(&mut arcs);
    arcs
}

fn to_shares(arcs: &mut [Arc]) {
    let total: f64 = arcs.iter().map(|arc| arc.share).sum();
    for arc in arcs {
        arc.share /= total;
    }
}

/// How many figures the shares are of: those that a row reads. Each is held against each.
const COUNTED: usize = 500;

/// How much attention of one kind there is. A provider's total stands for its parts, and of several providers
/// the one that counts most is taken: they count the same readers and posts, so a sum would count them twice.
fn volume(figures: &[Attention], kind: AttentionKind) -> f64 {
    let counted = figures.get(..COUNTED).unwrap_or(figures);
    let of_kind = || counted.iter().filter(move |figure| figure.kind == kind);
    of_kind()
        .map(|figure| {
            let of_provider = || of_kind().filter(|other| other.provider == figure.provider);
            let total = of_provider().find(|other| other.source.is_none());
            total.map_or_else(
                || of_provider().map(|other| other.value).sum(),
                |total| total.value,
            )
        })
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(provider: &str, kind: AttentionKind, source: Option<&str>, value: f64) -> Attention {
        let source = source.map(Into::into);
        Attention {
            provider: provider.into(),
            kind,
            source,
            value,
            as_of: None,
            url: None,
        }
    }

    #[test]
    fn a_score_leads_as_given_whatever_else_is_larger() {
        let figures = [
            figure("Altmetric", AttentionKind::Mentions, Some("X"), 72.0),
            figure("Altmetric", AttentionKind::Score, None, 41.4),
        ];
        let leading = AttentionProfile::of(&figures).unwrap().leading;
        assert_eq!((leading.kind, leading.value), (AttentionKind::Score, 41.4));
    }

    #[test]
    fn without_a_score_the_largest_figure_leads_and_the_first_of_equals() {
        let figures = [
            figure("PlumX", AttentionKind::Captures, None, 31.0),
            figure("Altmetric", AttentionKind::Readers, Some("Mendeley"), 31.0),
            figure("Altmetric", AttentionKind::Mentions, Some("X"), 3.0),
        ];
        assert_eq!(
            AttentionProfile::of(&figures).unwrap().leading.kind,
            AttentionKind::Captures
        );
        assert_eq!(AttentionProfile::of(&[]), None);
    }

    #[test]
    fn arcs_are_the_shares_of_the_kinds_and_leave_the_score_out() {
        let figures = [
            figure("Altmetric", AttentionKind::Score, None, 1000.0),
            figure("Altmetric", AttentionKind::Mentions, Some("X"), 72.0),
            figure("Altmetric", AttentionKind::Mentions, Some("Facebook"), 3.0),
            figure("Altmetric", AttentionKind::Readers, Some("Mendeley"), 25.0),
            figure("Altmetric", AttentionKind::Captures, None, 0.0),
        ];
        let arcs = AttentionProfile::of(&figures).unwrap().arcs;
        assert_eq!(
            arcs,
            [
                Arc {
                    kind: AttentionKind::Mentions,
                    volume: 75.0,
                    share: 0.75
                },
                Arc {
                    kind: AttentionKind::Readers,
                    volume: 25.0,
                    share: 0.25
                },
            ]
        );
    }

    #[test]
    fn a_total_stands_for_its_parts_and_providers_are_not_added() {
        let figures = [
            figure("PlumX", AttentionKind::Captures, None, 40.0),
            figure("PlumX", AttentionKind::Captures, Some("Mendeley"), 31.0),
            figure("Other", AttentionKind::Captures, Some("Mendeley"), 30.0),
            figure("PlumX", AttentionKind::Usage, None, 60.0),
        ];
        let shares: Vec<f64> = AttentionProfile::of(&figures)
            .unwrap()
            .arcs
            .iter()
            .map(|arc| arc.share)
            .collect();
        assert_eq!(shares, [0.4, 0.6]);
    }

    #[test]
    fn a_kind_that_exists_is_drawn_however_small() {
        let figures = [
            figure("PlumX", AttentionKind::Mentions, None, 1.0),
            figure("PlumX", AttentionKind::Usage, None, 1_000_000.0),
        ];
        let arcs = AttentionProfile::of(&figures).unwrap().arcs;
        assert!(arcs[0].share > 0.05, "{arcs:?}");
        assert!((arcs.iter().map(|arc| arc.share).sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_true_zero_leads_and_draws_no_arc() {
        let figures = [figure("Altmetric", AttentionKind::Score, None, 0.0)];
        let profile = AttentionProfile::of(&figures).unwrap();
        assert_eq!((profile.leading.value, profile.arcs.len()), (0.0, 0));
    }
}
