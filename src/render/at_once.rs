use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What a future gives that does not wait. A server must not be held up by one that does, and in wasm nothing could wake it.
pub fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::at_once;

    #[test]
    fn a_future_that_waits_gives_nothing() {
        assert_eq!(at_once(ready(1)), Some(1));
        assert_eq!(at_once(pending::<u8>()), None);
    }
}
