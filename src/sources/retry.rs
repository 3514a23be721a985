use std::time::Duration;

/// How often one request is sent at most.
const ATTEMPTS: u32 = 4;

/// The wait before the second attempt; it doubles with each.
const FIRST: Duration = Duration::from_millis(500);

/// Nobody waits longer than this in front of a page; who asks for more is not asked again.
const LONGEST: Duration = Duration::from_secs(60);

/// How long to wait before a request is sent again; `None` where it is not to be.
///
/// `attempt` is the number of those that failed, `status` that of the answer, absent where there was none (a network that
/// failed, a timeout). Only 429 and server errors may pass by themselves. `retry_after` is what the answer asks for by the
/// header of that name (RFC 9110, section 10.2.3), which is obeyed. `random` is between 0 and 1: many pages that failed
/// at once must not come back at once.
pub fn wait(
    attempt: u32,
    status: Option<u16>,
    retry_after: Option<Duration>,
    random: f64,
) -> Option<Duration> {
    let may_pass = status.is_none_or(|status| status == 429 || (500..600).contains(&status));
    if !may_pass || attempt >= ATTEMPTS {
        return None;
    }
    let doubled = FIRST.saturating_mul(2_u32.saturating_pow(attempt.saturating_sub(1)));
    let jitter = 0.5 + random.clamp(0.0, 1.0);
    let backoff = doubled.min(LONGEST).mul_f64(jitter);
    let wait = retry_after.map_or(backoff, |asked| asked.max(backoff));
    (wait <= LONGEST.mul_f64(1.5) && retry_after.is_none_or(|asked| asked <= LONGEST))
        .then_some(wait)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_end() {
        let waits: Vec<_> = (1..=5)
            .map(|attempt| wait(attempt, Some(503), None, 0.5))
            .collect();
        let of = |milliseconds| Some(Duration::from_millis(milliseconds));
        assert_eq!(waits, [of(500), of(1000), of(2000), None, None]);
        assert_eq!(wait(1, None, None, 0.0), of(250));
        assert_eq!(wait(1, None, None, 1.0), of(750));
    }

    #[test]
    fn only_what_may_pass_is_asked_again() {
        for status in [429, 500, 503, 599] {
            assert!(wait(1, Some(status), None, 0.5).is_some(), "{status}");
        }
        for status in [400, 403, 404, 408, 410, 418] {
            assert_eq!(wait(1, Some(status), None, 0.5), None, "{status}");
        }
    }

    #[test]
    fn what_the_server_asks_for_is_obeyed() {
        let asked = |seconds| wait(1, Some(429), Some(Duration::from_secs(seconds)), 0.5);
        assert_eq!(asked(7), Some(Duration::from_secs(7)));
        assert_eq!(asked(0), Some(FIRST));
        assert_eq!(asked(3600), None);
    }
}
