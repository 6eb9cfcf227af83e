// A clock that goes on only while the program sleeps, and a little each time it is looked at: a program that waits for a
// moment reaches it, at once, and what it prints is the same in each run. All times are milliseconds.
const A_LOOK = 0.001;
const A_LOOK_AT_THE_DATE = 1; // Less, and a folder that was written to would seem unchanged to Python's imports.
const START = Date.UTC(2026, 0, 1, 12);

/**
 * @param lost takes what a timer throws
 */
export function timers(lost) {
  const waiting = [];
  let now = START;
  let begin = START;
  let lastId = 0;
  const look = () => (now += A_LOOK);
  const date = () => Math.floor((now += A_LOOK_AT_THE_DATE));
  const add = (action, values, delay, period) => {
    if (typeof action !== "function") throw new EvalError("Code generation from strings disallowed for timers");
    const id = ++lastId;
    const due = now + Math.max(0, Number(delay) || 0);
    waiting.push({ id, due, action: () => action(...values), period });
    return id;
  };
  const clear = (id) => {
    const index = waiting.findIndex((timer) => timer.id === id);
    if (index >= 0) waiting.splice(index, 1);
  };
  return {
    Date: clockDate(date),
    performance: { now: () => look() - begin, get timeOrigin() { return begin; }, mark() {}, measure() {} },
    setTimeout: (action, delay, ...values) => add(action, values, delay),
    setInterval: (action, delay, ...values) => add(action, values, delay, Math.max(1, Number(delay) || 0)),
    setImmediate: (action, ...values) => add(action, values, 0),
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
    Atomics: Object.create(Atomics, {
      wait: { value: (_array, _index, _value, timeout = 0) => { now += timeout; return "timed-out"; } },
    }),
    clock: {
      set: (time) => { now = begin = time; },
      /** Does what is due next, at the time it is due; false when nothing is. */
      goOn() {
        if (waiting.length === 0) return false;
        const next = waiting.reduce((first, timer) => (timer.due < first.due ? timer : first));
        now = Math.max(now, next.due);
        if (next.period) next.due = now + next.period;
        else clear(next.id);
        try {
          next.action();
        } catch (error) {
          lost(error); // As in browsers: it ends the timer alone.
        }
        return true;
      },
    },
  };
}

function clockDate(date) {
  const Original = Date;
  function Clocked(...values) {
    if (!new.target) return new Original(date()).toString();
    return Reflect.construct(Original, values.length === 0 ? [date()] : values, new.target);
  }
  Object.defineProperty(Clocked, "prototype", { value: Original.prototype });
  Object.defineProperty(Original.prototype, "constructor", { value: Clocked });
  Clocked.now = date;
  Clocked.parse = Original.parse;
  Clocked.UTC = Original.UTC;
  return Clocked;
}
