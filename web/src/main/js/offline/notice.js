// Says that a new version is here, and lets the reader choose when to go over to it.

/**
 * Shows the notice, unless it is there.
 *
 * @param texts `{newVersion, reload, close}`
 * @param styles the address of its stylesheet
 * @param onReload called when the reader wants the new version
 */
export function showNotice({ newVersion, reload, close }, styles, onReload) {
  if (document.querySelector(".viv-update")) return;
  const notice = element("div", { className: "viv-update", role: "status" });
  const link = element("link", { rel: "stylesheet", href: styles });
  notice.append(link);
  // Whoever reads the page aloud speaks of what changes in a place that was there.
  link.onload = link.onerror = () => {
    const text = element("p", { textContent: newVersion });
    const yes = element("button", { className: "viv-update-reload", type: "button", textContent: reload });
    yes.onclick = () => {
      yes.disabled = true;
      onReload();
    };
    const no = element("button", { className: "viv-update-close", type: "button", ariaLabel: close, title: close });
    no.onclick = () => notice.remove();
    notice.append(text, yes, no);
  };
  notice.addEventListener("keydown", (event) => event.stopPropagation()); // No slide turns when a button is pressed.
  document.body.append(notice);
}

function element(name, properties) {
  const { role, ...others } = properties;
  const made = Object.assign(document.createElement(name), others);
  if (role) made.setAttribute("role", role);
  return made;
}
