// What the page shows: one state, and whoever wants to know of its changes.

/**
 * @typedef {object} State
 * @property {number} tick index of the tick
 * @property {string} select code of the chosen territory or id of the event, or ""
 * @property {string} organisation the one that is outlined, or ""
 * @property {string} view whose borders are drawn: "un" or "control"
 * @property {string} time which way time runs: "ltr", "rtl", or "" for the language's
 * @property {string} compare id of the tick that others are compared with, or ""
 * @property {string} lit states of an entry of the key that stands out, or ""
 * @property {string} at the preset that the map shows, or "" for its first view
 * @property {string} board "calls" where calls for help stand in place of the map, or ""
 * @property {string} theme "light", "dark", or "" for that of the reader's system
 */

/**
 * @callback Listener
 * @param {Readonly<State>} state
 * @param {Readonly<State>} before
 * @returns {void}
 */

/**
 * @typedef {object} Store
 * @property {() => Readonly<State>} get
 * @property {(changes: Partial<State>) => void} set
 * @property {(listener: Listener) => void} subscribe
 */

/**
 * Make a store. Listeners are called in the order in which they subscribed, after every
 * `set`, also when nothing has changed.
 *
 * @param {Readonly<State>} state
 * @returns {Store}
 */
export function makeStore(state) {
  /** @type {Listener[]} */
  const listeners = [];
  return {
    get: () => state,
    set(changes) {
      const before = state;
      state = { ...before, ...changes };
      for (const listener of listeners) listener(state, before);
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}
