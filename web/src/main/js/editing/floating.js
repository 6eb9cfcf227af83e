// What stands over the code: above all else on the page, whatever scales or cuts off the editor itself.
import { StateEffect, StateField } from "@codemirror/state";
import { EditorView, showTooltip, tooltips } from "@codemirror/view";

const SMALLEST = 13; // Pixels; a deck in a small window has smaller code than anyone can read in a box.
const RELATIVE = 0.88;

let layer;

/** Where popups stand, and their size: that of the code as it is seen, in a deck that is scaled as well. */
export function floating() {
  layer ??= makeLayer();
  const measure = (_, view) => void (layer.style.fontSize = `${Math.max(SMALLEST, RELATIVE * codeSize(view))}px`);
  return [
    tooltips({ position: "fixed", parent: layer, tooltipSpace: visibleSpace }),
    EditorView.domEventHandlers({ focus: measure, pointerenter: measure, keydown: measure }),
    boxes,
  ];
}

function makeLayer() {
  const element = document.createElement("div");
  element.className = "viv-popups";
  // A deck would turn slides with the keys that scroll a box.
  element.addEventListener("keydown", (event) => event.stopPropagation());
  return document.body.appendChild(element);
}

function codeSize(view) {
  return parseFloat(getComputedStyle(view.contentDOM).fontSize) * view.scaleY;
}

/** What a phone's keyboard leaves free. */
function visibleSpace() {
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport;
  return { left, top, right: left + width, bottom: top + height };
}

/** Shows a box, or hides the one of that kind: `{kind, tooltip}`. */
export const float = StateEffect.define();

const boxes = StateField.define({
  create: () => new Map(),
  update(shown, transaction) {
    const changes = transaction.effects.filter((effect) => effect.is(float)).map(({ value }) => value);
    if (!changes.length && !(shown.size && transaction.docChanged)) return shown;
    const next = new Map();
    for (const [kind, tooltip] of shown) next.set(kind, { ...tooltip, pos: transaction.changes.mapPos(tooltip.pos) });
    for (const { kind, tooltip } of changes) {
      if (tooltip) next.set(kind, tooltip);
      else next.delete(kind);
    }
    return next;
  },
  provide: (field) => showTooltip.computeN([field], (state) => Array.from(state.field(field).values())),
});

/** The box of a kind that is shown, or undefined. */
export function floated(state, kind) {
  return state.field(boxes, false)?.get(kind);
}

/** Whether a box is shown. */
export function floats(state) {
  return Boolean(state.field(boxes, false)?.size);
}

/** Hides all boxes; returns whether there were any. */
export function sink(view) {
  if (!floats(view.state)) return false;
  const effects = Array.from(view.state.field(boxes).keys(), (kind) => float.of({ kind }));
  view.dispatch({ effects });
  return true;
}

/** A box that shows a DOM tree at a place in the code, above it where there is room. */
export function boxAt(pos, dom) {
  return { pos, above: true, create: () => ({ dom }) };
}
