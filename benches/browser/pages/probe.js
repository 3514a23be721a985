/** Watches a page from its first moment on. It is inlined before everything else, and is the same for all. */
const probe = (() => {
  /** What layout has moved, and tasks of more than 50 ms. */
  const seen = { shift: 0, shifts: 0, longest: 0, longTasks: 0, blocked: 0 };
  const take = (/** @type {PerformanceEntryList} */ entries) => {
    for (const entry of /** @type {any[]} */ (entries)) {
      if (entry.entryType === "layout-shift") {
        seen.shift += entry.value;
        seen.shifts++;
      } else {
        seen.longest = Math.max(seen.longest, entry.duration);
        seen.longTasks++;
        seen.blocked += entry.duration - 50;
      }
    }
  };
  const observers = ["longtask", "layout-shift"].map((type) => {
    const observer = new PerformanceObserver((list) => take(list.getEntries()));
    observer.observe({ type, buffered: true });
    return observer;
  });

  /** Every memory that a program of the page has; it may grow later, and is given back with its program. @type {Set<WeakRef<WebAssembly.Memory>>} */
  const memories = new Set();
  const keep = (/** @type {any} */ made) => {
    for (const value of Object.values((made.instance ?? made).exports ?? {})) if (value instanceof WebAssembly.Memory) memories.add(new WeakRef(value));
    return made;
  };
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {any} */ (WebAssembly[name]).bind(WebAssembly);
    /** @type {any} */ (WebAssembly)[name] = (/** @type {any[]} */ ...given) => original(...given).then(keep);
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (target, given) => keep(Reflect.construct(target, given)) });

  // A peer's service is on this server.
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (/** @type {any[]} */ ...given) {
    given[1] = String(given[1]).replace(/^https:\/\/[^/]+/, "/service");
    return /** @type {any} */ (open).apply(this, given);
  };

  /** Roots of shadows are observed as soon as they are made, for the moment at which the first number is in one. */
  let changed = () => {};
  const observer = new MutationObserver(() => changed());
  const watched = { subtree: true, childList: true, attributes: true, characterData: true };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    if (probe.isSingle) observer.observe(root, watched);
    return root;
  };

  /** What nobody has caught; an element may wait for it in vain. @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    addEventListener("error", ({ message }) => reject(new Error(message)));
    addEventListener("unhandledrejection", ({ reason }) => reject(reason));
  });
  failed.catch(() => {});

  /** The end of the frame that has begun. */
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });
  // A browser that has nothing to draw may leave out a frame for good.
  const frame = () => new Promise((resolve) => (requestAnimationFrame(resolve), setTimeout(resolve, 1000)));

  /**
   * When all elements show their numbers on the screen, counted from the beginning of the navigation.
   *
   * @param {ArrayLike<Element>} elements
   * @param {(element: any) => boolean} isShown
   */
  async function whenShown(elements, isShown) {
    let shown = 0;
    const all = () => {
      while (shown < elements.length && isShown(elements[shown])) shown++;
      return shown === elements.length;
    };
    if (probe.isSingle) {
      observer.observe(document, watched);
      const shown = new Promise((/** @type {(value: void) => void} */ resolve) => {
        changed = () => all() && resolve();
        changed();
      });
      await Promise.race([shown, failed]);
      changed = () => {};
      observer.disconnect();
      await frame();
    } else {
      // Thousands of observers would be a cost of their own; here a frame more or less is nothing.
      do await Promise.race([frame(), failed]);
      while (!all());
    }
    return painted();
  }

  return {
    isSingle: true,
    /** @type {Promise<number>} */
    shown: Promise.resolve(0),
    whenShown,
    frame,
    seen() {
      for (const observer of observers) take(observer.takeRecords());
      return seen;
    },
    wasmMemory: () => [...memories].reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0),
  };
})();
