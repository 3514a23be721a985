// Loaded before everything else by pages that are to live for an hour within a minute: time passes where the page lets it.
//
// Not the virtual time of the browser (`Emulation.setVirtualTimePolicy`), under which it would stand still for its driver too, whose
// commands wait for timers and frames. Nor a clock that only runs faster: a server on this machine, and a busy browser, would
// then take seconds to answer, and every limit of the widget would be met by chance.
{
  /** Shorter timers wait for what is the browser's own: tasks, frames, observers. They run by the true clock. */
  const SHORT = 100;

  const { setTimeout: set, clearTimeout: clear, setInterval: setRepeated, clearInterval: clearRepeated, Date: TrueDate } = window;
  const trueNow = performance.now.bind(performance);
  let ahead = 0;
  performance.now = () => trueNow() + ahead;
  window.Date = class extends TrueDate {
    constructor(...parts) {
      super(...(parts.length ? parts : [Date.now()]));
    }
    static now() {
      return TrueDate.now() + ahead;
    }
  };

  /** What waits for the clock, by its number. Browsers number from 1. */
  const waiting = new Map();
  let last = 1e9;
  window.setTimeout = (act, after = 0, ...rest) => {
    if (after < SHORT) return set(act, after, ...rest);
    waiting.set(++last, { due: performance.now() + after, act: () => act(...rest) });
    return last;
  };
  window.setInterval = (act, every = 0, ...rest) => {
    if (every < SHORT) return setRepeated(act, every, ...rest);
    waiting.set(++last, { due: performance.now() + every, act: () => act(...rest), every });
    return last;
  };
  window.clearTimeout = window.clearInterval = (timer) => {
    if (!waiting.delete(timer)) {
      clear(timer);
      clearRepeated(timer);
    }
  };

  /** Lets what is due go first. */
  const task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });

  const nextBefore = (end) => {
    let [found] = [];
    for (const [timer, { due }] of waiting) if (due <= end && !(waiting.get(found)?.due <= due)) found = timer;
    return found;
  };

  window.clock = {
    task,
    /** So many milliseconds go by: every timer has its turn when it is due, and what it leads to comes before the next. */
    async pass(milliseconds) {
      const end = ahead + milliseconds;
      for (let timer; (timer = nextBefore(trueNow() + end)); ) {
        const { due, act, every } = waiting.get(timer);
        ahead = Math.max(ahead, due - trueNow());
        if (every) waiting.get(timer).due += every;
        else waiting.delete(timer);
        act();
        await task();
      }
      ahead = end;
      await task();
    },
    /** So many milliseconds of the true clock. */
    truly: (milliseconds) => new Promise((resolve) => set(resolve, milliseconds)),
  };
}
