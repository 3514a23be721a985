/**
 * A promise to be settled from outside. Its rejection is nobody's duty to handle: whoever did not
 * ask for the promise is told by an event.
 *
 * @template T
 */
export class Deferred {
  /** @type {(value: T) => void} */
  resolve = () => {};
  /** @type {(reason: unknown) => void} */
  reject = () => {};
  settled = false;
  /** @type {Promise<T>} */
  promise = new Promise((resolve, reject) => {
    this.resolve = (value) => {
      this.settled = true;
      resolve(value);
    };
    this.reject = (reason) => {
      this.settled = true;
      reject(reason);
    };
  });

  constructor() {
    this.promise.catch(() => {});
  }
}
