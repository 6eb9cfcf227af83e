// Opens the frame of a sandbox.
const PATIENCE = 20_000; // Milliseconds.

/** Puts a frame into the page and resolves when its script listens. */
export function openFrame(frame, url) {
  frame.hidden = true;
  frame.title = "Python";
  frame.setAttribute("sandbox", "allow-scripts"); // Never allow-same-origin: it would be as if there were no frame.
  frame.setAttribute("referrerpolicy", "no-referrer");
  frame.src = url;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => end(() => reject(new Error(`${url} does not answer`))), PATIENCE);
    const hear = ({ source, data }) => {
      if (source === frame.contentWindow && data === "listening") end(resolve);
    };
    const end = (settle) => {
      clearTimeout(late);
      removeEventListener("message", hear);
      settle();
    };
    addEventListener("message", hear);
    document.body.append(frame);
  });
}
