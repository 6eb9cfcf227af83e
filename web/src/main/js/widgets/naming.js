// What Jupyter's views leave unsaid to those who do not see them.

const PARTS = ":scope > .slider-container .noUi-handle, :scope > .progress, :scope > input[type=color], :scope > .widget-colorpicker-input input[type=color]";

/** Names the parts of a view that have no name, and tells how far its progress bar is, now and whenever that changes. */
export function name(view) {
  for (const icon of view.el.querySelectorAll("button > i.fa")) {
    const button = icon.parentElement;
    if (!button.textContent.trim() && !button.title) button.setAttribute("aria-label", icon.className.replace(/.*\bfa-/s, "").replaceAll("-", " "));
  }
  if (view.el.matches("img")) view.el.alt ||= view.model.get("tooltip") ?? "";
  const parts = view.el.querySelectorAll(PARTS);
  if (!parts.length) return;
  const progress = view.el.querySelector(":scope > .progress");
  progress?.setAttribute("role", "progressbar");
  const say = () => {
    const { description, tooltip, value, min, max } = view.model.attributes;
    for (const part of parts) part.setAttribute("aria-label", description || tooltip || view.model.name.replace(/Model$/, ""));
    for (const [key, number] of Object.entries({ valuenow: value, valuemin: min, valuemax: max })) progress?.setAttribute(`aria-${key}`, number);
  };
  view.listenTo(view.model, "change", say);
  say();
}
