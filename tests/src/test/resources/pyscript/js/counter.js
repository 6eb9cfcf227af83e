let count = 0;
export const next_number = () => ++count;
export const where = () => typeof window;
export default { name: "counter" };
