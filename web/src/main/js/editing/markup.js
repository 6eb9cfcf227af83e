// Small DOM trees.

/** An element with a class, and texts and elements in it. */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** What Python knows of a name: how it is written, and its text. */
export function documented({ title, text }) {
  const box = element("div", "viv-documentation", element("code", "viv-documentation-title", title));
  if (text) box.append(element("div", "viv-documentation-text", text));
  return box;
}
