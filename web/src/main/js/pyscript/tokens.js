// MicroPython cannot tell when one of its objects is gone, but it lets go of JavaScript's.

/**
 * Returns a function that makes a token for a number. Each holder keeps one; when it is gone, `released` is told the number.
 */
export function tokens(released) {
  const gone = new FinalizationRegistry(released);
  return (number) => {
    const token = {};
    gone.register(token, number);
    return token;
  };
}
