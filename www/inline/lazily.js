/**
 * The bytes of a module, which is loaded when somebody first waits for them.
 *
 * @param {() => Promise<{ default: Uint8Array<ArrayBuffer> }>} load
 * @returns {PromiseLike<Uint8Array<ArrayBuffer>>}
 */
export const lazily = (load) => ({
  then: (arrived, failed) =>
    load()
      .then(({ default: bytes }) => bytes)
      .then(arrived, failed),
});
