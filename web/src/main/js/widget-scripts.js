// What objects in Python say to widgets is kept here until the first of them is shown: only then the large part is loaded.

/** @returns Java's `WidgetScripts` */
export function widgetScripts(texts) {
  let page;
  let loading;
  let widgets;
  const said = [];
  const known = new Set();
  const load = async () => {
    const { startWidgets } = await import("./widgets.js");
    widgets = startWidgets(page, texts);
    said.splice(0).forEach((message) => widgets.hear(message));
  };
  return {
    connect: (host) => void (page = host),
    heard(text) {
      const message = JSON.parse(text);
      if (message.kind === "open") known.add(message.comm);
      if (widgets) widgets.hear(message);
      else said.push(message);
    },
    end() {
      known.clear();
      said.length = 0;
      widgets?.end();
    },
    knows: (view) => known.has(idIn(view)),
    async show(element, view) {
      try {
        await (loading ??= load());
        await widgets.show(element, idIn(view));
      } catch (error) {
        if (!widgets) loading = undefined;
        console.error(error);
        element.replaceChildren(notice(widgets ? texts["incomplete"] : texts["widgets-not-loaded"]));
      }
    },
  };
}

/** The same where code did not come with the site: widgets would run in the page. */
export function noWidgets(texts) {
  return {
    connect() {},
    heard() {},
    end() {},
    knows: () => true,
    async show(element) {
      element.replaceChildren(notice(texts["foreign-widgets"]));
    },
  };
}

function notice(text) {
  return Object.assign(document.createElement("p"), { className: "viv-notice", textContent: text });
}

function idIn(view) {
  try {
    return JSON.parse(view).model_id;
  } catch {
    return undefined;
  }
}
