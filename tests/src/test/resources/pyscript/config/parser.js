export const parse = (text) => {
  const [key, value] = text.split(": ");
  return { [key]: value.toUpperCase() };
};
