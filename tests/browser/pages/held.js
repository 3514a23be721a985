// Loaded before the widget by pages that look whether it leaves anything: counts what is held of the page, by whoever.
{
  const timers = new Map();
  for (const kind of ["Timeout", "Interval"]) {
    const [set, clear] = [window[`set${kind}`], window[`clear${kind}`]];
    window[`set${kind}`] = (act, after, ...rest) => {
      const asked = new Error().stack;
      const timer = set(() => {
        if (kind === "Timeout") timers.delete(timer);
        act(...rest);
      }, after);
      timers.set(timer, asked);
      return timer;
    };
    window[`clear${kind}`] = (timer) => {
      timers.delete(timer);
      clear(timer);
    };
  }

  // What elements hold goes with them; what the page, its document and its media hold stays.
  const listeners = new Map();
  for (const holder of [window, document, MediaQueryList.prototype]) {
    const { addEventListener, removeEventListener } = holder;
    const capture = (options) => Boolean(typeof options === "object" ? options?.capture : options);
    const heldBy = (listener) => listeners.get(listener) ?? listeners.set(listener, new Set()).get(listener);
    const release = (listener, key) => {
      const keys = heldBy(listener);
      keys.delete(key);
      // Who counts for long must not be the one who keeps what has gone.
      if (!keys.size) listeners.delete(listener);
    };
    const keyOf = (target, type, options) => `${target} ${target.media ?? ""} ${type} ${capture(options)}`;
    holder.addEventListener = function (type, listener, options) {
      const key = keyOf(this, type, options);
      heldBy(listener).add(key);
      options?.signal?.addEventListener("abort", () => release(listener, key));
      if (options?.once) addEventListener.call(this, type, () => release(listener, key), { once: true, capture: capture(options) });
      return addEventListener.call(this, type, listener, options);
    };
    holder.removeEventListener = function (type, listener, options) {
      release(listener, keyOf(this, type, options));
      return removeEventListener.call(this, type, listener, options);
    };
  }

  const observers = new Map();
  for (const kind of ["IntersectionObserver", "MutationObserver", "ResizeObserver"]) {
    const { observe, unobserve, disconnect } = window[kind].prototype;
    Object.assign(window[kind].prototype, {
      observe(node, options) {
        (observers.get(this) ?? observers.set(this, new Set()).get(this)).add(node);
        return observe.call(this, node, options);
      },
      unobserve(node) {
        const nodes = observers.get(this);
        nodes?.delete(node);
        if (!nodes?.size) observers.delete(this);
        return unobserve.call(this, node);
      },
      disconnect() {
        observers.delete(this);
        return disconnect.call(this);
      },
    });
  }

  window.held = {
    /** What is held now, in words. */
    all: () => [
      // WebKit's driver has one for each script.
      ...[...timers.values()].filter((asked) => !asked.includes("evaluateJavaScriptFunction")).map((asked) => `a timer of ${asked}`),
      // Who asks services has one for the page, whatever becomes of the elements.
      ...[...listeners.values()].flatMap((keys) => [...keys]).filter((key) => !key.includes("securitypolicyviolation")),
      ...[...observers].flatMap(([{ constructor }, nodes]) => [...nodes].map(({ nodeName }) => `${constructor.name} of ${nodeName}`)),
    ],
    nothing: () => !held.all().length,
  };
}
