// Stands at the beginning of a packed page: of a file that was cut off, it may be all that is there to say so.

/** Tells the reader that the file is not complete. */
globalThis.vivariumIncomplete = () => {
  const notice = document.createElement("p");
  notice.className = "viv-problems";
  notice.setAttribute("role", "alert");
  notice.textContent = document.documentElement.dataset.vivBroken;
  document.body.append(notice);
};

// The script behind the page's content has run by then, and sees to the rest.
addEventListener("DOMContentLoaded", () => {
  if (!globalThis.vivariumPacked) globalThis.vivariumIncomplete();
});
