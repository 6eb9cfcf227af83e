"""The page's elements as Python objects.

    from pyscript.web import page, div, p, button

    page.append(div(p("Roll the dice."), button("Roll", id="roll", on_click=roll), classes="box"))
    page["#roll"].disabled = True
    page.find("p").update_all(style={"color": "gray"})

`page` is the page. There is a class for each kind of element; those whose name is a word of Python
end in `_`: `del_`, `input_`, `map_`, `object_`.

Content that is given when an element is made is HTML, as in `div("<b>bold</b>")`: never give it what
a stranger wrote. Texts that are appended later are texts.
"""

import sys

import pyscript._runtime as _runtime
from pyscript.events import Event
from pyscript.ffi import is_none

_RENAMED = {"class": "className", "for": "htmlFor"}


def _document():
    from pyscript import context

    return context.document


class Element:
    """An element of the page. Its attributes are those that JavaScript knows: `innerHTML`, `value`.

    A name that is a word of Python is written with `_`: `for_`, `class_`. Names that begin with
    `data_` and `aria_` are attributes in HTML: `data_id` is `data-id`.

    Element(dom_element, ...) stands for an element of JavaScript; the others make a new one.
    `classes`: the names of its CSS classes, a list or a text. `style`: a dictionary. `on_click` and
    the like: a function that is called for the event. Any other keyword sets an attribute.
    """

    element_classes_by_tag_name = {}

    @classmethod
    def get_tag_name(cls):
        """Returns the name of the tag that the class stands for."""
        return cls.__name__.rstrip("_")

    @classmethod
    def register_element_classes(cls, element_classes):
        """Has elements wrapped in classes of your own, found by their names."""
        for each in element_classes:
            cls.element_classes_by_tag_name[each.get_tag_name()] = each

    @classmethod
    def unregister_element_classes(cls, element_classes):
        """Undoes `register_element_classes`."""
        for each in element_classes:
            cls.element_classes_by_tag_name.pop(each.get_tag_name(), None)

    @classmethod
    def wrap_dom_element(cls, dom_element):
        """Returns an element of JavaScript as an object of the class for its tag."""
        name = str(dom_element.tagName).lower()
        found = cls.element_classes_by_tag_name.get(name)
        return (found or Element)(dom_element=dom_element)

    def __init__(self, dom_element=None, classes=None, style=None, **kwargs):
        if dom_element is None:
            dom_element = _document().createElement(type(self).get_tag_name())
        set_own = object.__setattr__
        set_own(self, "_dom_element", dom_element)
        set_own(self, "_events", {})
        self.update(classes=classes, style=style, **kwargs)

    def __eq__(self, other):
        """Two are equal when they stand for the same element of the page."""
        return isinstance(other, Element) and _same(self._dom_element, other._dom_element)

    __hash__ = None

    def __getitem__(self, key):
        """Returns a child by its index, children by a slice, or a descendant by its id."""
        if isinstance(key, (int, slice)):
            return self.children[key]
        return _by_id(self._dom_element, key)

    def __getattr__(self, name):
        if name.startswith("__") or name in ("_dom_element", "_events"):
            raise AttributeError(name)
        if name.startswith("on_"):
            return self.get_event(name)
        attribute = _attribute(name)
        if attribute:
            return self._dom_element.getAttribute(attribute)
        return getattr(self._dom_element, _property(name))

    def __setattr__(self, name, value):
        if name.startswith("_"):
            object.__setattr__(self, name, value)
        elif name.startswith("on_"):
            self.get_event(name).add_listener(value)
        elif name in ("classes", "style"):
            object.__setattr__(self, name, value)
        elif _attribute(name):
            self._dom_element.setAttribute(_attribute(name), str(value))
        else:
            if isinstance(value, Element):
                value = value._dom_element
            setattr(self._dom_element, _property(name), value)

    def get_event(self, name):
        """Returns the `Event` behind `on_click` and the like.

        Raises ValueError when elements of this kind have no such event.
        """
        if not name.startswith("on_"):
            raise ValueError("Event names must start with 'on_'.")
        kind = name[3:]
        if kind not in self._events:
            if not hasattr(self._dom_element, "on" + kind):
                raise ValueError("Element has no '" + kind + "' event.")
            from pyscript.ffi import create_proxy

            event = Event()
            self._events[kind] = event
            self._dom_element.addEventListener(kind, create_proxy(_Trigger(event).call))
        return self._events[kind]

    @property
    def children(self):
        """The elements in it, an `ElementCollection`."""
        return ElementCollection.wrap_dom_elements(self._dom_element.children)

    @property
    def classes(self):
        """The names of its CSS classes: a set that changes the element."""
        return Classes(self)

    @classes.setter
    def classes(self, names):
        own = Classes(self)
        own.clear()
        own._add_all(names)

    @property
    def style(self):
        """Its own CSS properties: a dictionary that changes the element."""
        return Style(self)

    @style.setter
    def style(self, properties):
        own = Style(self)
        own.clear()
        own.update(properties)

    @property
    def parent(self):
        """The element that it is in, or None."""
        return _wrapped(self._dom_element.parentElement)

    def append(self, *items):
        """Adds elements, collections or lists of them, elements of JavaScript, and texts."""
        for item in items:
            self._append(item)

    def _append(self, item):
        if isinstance(item, Element):
            self._dom_element.appendChild(item._dom_element)
        elif isinstance(item, (list, tuple, ElementCollection)):
            for each in list(item):
                self._append(each)
        elif isinstance(item, (str, int, float)):
            self._dom_element.append(str(item))
        elif not _is_object(item):
            raise TypeError("Cannot append " + type(item).__name__ + " to element.")
        elif hasattr(item, "nodeType"):
            self._dom_element.appendChild(item)
        elif hasattr(item, "length"):
            for each in list(item):
                self._dom_element.appendChild(each)
        else:
            raise TypeError("Cannot append " + type(item).__name__ + " to element.")

    def clone(self, clone_id=None):
        """Returns a copy with all that is in it, and another id. Its listeners are not copied."""
        copy = Element.wrap_dom_element(self._dom_element.cloneNode(True))
        if clone_id is None:
            copy._dom_element.removeAttribute("id")
        else:
            copy.id = clone_id
        return copy

    def find(self, selector):
        """Returns the elements in it that match a CSS selector, an `ElementCollection`."""
        return _find(self._dom_element, selector)

    def show_me(self):
        """Scrolls to it."""
        self._dom_element.scrollIntoView()

    def update(self, classes=None, style=None, **kwargs):
        """Adds CSS classes, sets CSS properties and attributes."""
        if classes:
            self.classes._add_all(classes)
        if style:
            if not isinstance(style, dict):
                raise TypeError("Style must be a dictionary.")
            self.style.update(style)
        for name in kwargs:
            setattr(self, name, kwargs[name])


class ContainerElement(Element):
    """An element that has content: HTML, elements, or lists in `children`."""

    def __init__(
        self, *args, children=None, dom_element=None, style=None, classes=None, **kwargs
    ):
        super().__init__(dom_element=dom_element, style=style, classes=classes, **kwargs)
        for item in list(args) + list(children or ()):
            self._insert(item)

    def _insert(self, item):
        if isinstance(item, (Element, ElementCollection, list, tuple)) or (
            _is_object(item) and (hasattr(item, "nodeType") or hasattr(item, "length"))
        ):
            self._append(item)
        else:
            self._dom_element.insertAdjacentHTML("beforeend", str(item))

    def __iter__(self):
        return iter(self.children)


class Classes(set):
    """The CSS classes of an element. What is changed here is changed in the page."""

    def __init__(self, element):
        super().__init__(str(element._dom_element.className or "").split())
        self._list = element._dom_element.classList

    def _names(self, names):
        names = names.split() if isinstance(names, str) else names
        return [each for name in names for each in name.split()]

    def _add_all(self, names):
        for name in self._names(names):
            super().add(name)
            self._list.add(name)

    def add(self, class_name):
        """Adds a class, or several with spaces between them, or a list."""
        self._add_all(class_name)

    def remove(self, class_name):
        """Removes classes; one that is not there is no error."""
        self.discard(class_name)

    def discard(self, class_name):
        """Removes classes; one that is not there is no error."""
        for name in self._names(class_name):
            super().discard(name)
            self._list.remove(name)

    def clear(self):
        """Removes all classes."""
        for name in list(self):
            self.discard(name)

    def update(self, *others):
        """Adds classes."""
        for each in others:
            self._add_all(each)


class Style(dict):
    """The CSS properties of an element, by the names that CSS has: `background-color`."""

    def __init__(self, element):
        super().__init__()
        self._style = element._dom_element.style
        if not self._style:  # As elements of XML have it.
            return
        for part in _declarations(str(self._style.cssText)):
            name, _, value = part.partition(":")
            if value:
                super().__setitem__(name.strip(), value.strip())

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self._style.setProperty(key, str(value))

    def __delitem__(self, key):
        super().__delitem__(key)
        self._style.removeProperty(key)

    def update(self, *others, **more):
        """Sets several properties."""
        values = dict(*others, **more)
        for key in values:
            self[key] = values[key]

    def pop(self, key, *default):
        """Removes a property and returns its value, or `default`."""
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def clear(self):
        """Removes all properties."""
        for key in list(self):
            del self[key]


class ElementCollection:
    """Elements of the page, in their order."""

    @classmethod
    def wrap_dom_elements(cls, dom_elements):
        """Returns a collection of a list of elements of JavaScript."""
        return cls([Element.wrap_dom_element(each) for each in list(dom_elements)])

    def __init__(self, elements):
        self._own = elements

    def __eq__(self, other):
        return isinstance(other, ElementCollection) and self._own == other._own

    __hash__ = None

    def __getitem__(self, key):
        """Returns an element by its index, a collection by a slice, or a descendant by its id."""
        if isinstance(key, int):
            return self._own[key]
        if isinstance(key, slice):
            return ElementCollection(self._own[key])
        for each in self._own:
            found = each if each.id == key.lstrip("#") else _by_id(each._dom_element, key)
            if found is not None:
                return found
        return None

    def __iter__(self):
        return iter(self._own)

    def __len__(self):
        return len(self._own)

    def __repr__(self):
        return "ElementCollection (length: " + str(len(self._own)) + ") " + repr(self._own)

    @property
    def elements(self):
        """The elements as a list."""
        return self._own

    @property
    def _elements(self):
        return [each._dom_element for each in self._own]

    def find(self, selector):
        """Returns what is in any of the elements and matches a CSS selector."""
        found = []
        for each in self._own:
            for one in each.find(selector):
                if one not in found:
                    found.append(one)
        return ElementCollection(found)

    def update_all(self, classes=None, style=None, **kwargs):
        """Does to each element what its `update` does."""
        for each in self._own:
            each.update(classes=classes, style=style, **kwargs)


class Options:
    """The options of a `select`, `datalist` or `optgroup`."""

    def __init__(self, element):
        self._element = element

    def __getitem__(self, key):
        return self.options[key]

    def __iter__(self):
        return iter(self.options)

    def __len__(self):
        return len(self.options)

    def __repr__(self):
        return "Options (length: " + str(len(self)) + ") " + repr(self.options)

    @property
    def options(self):
        """The options as a list of elements."""
        dom_element = self._element._dom_element
        found = dom_element.options if hasattr(dom_element, "options") else dom_element.children
        return [Element.wrap_dom_element(each) for each in list(found)]

    @property
    def selected(self):
        """The option that is selected, or None."""
        index = self._element._dom_element.selectedIndex
        return self.options[index] if index is not None and index >= 0 else None

    def add(self, value=None, html=None, text=None, before=None, **kwargs):
        """Adds an option, at the end or before another one, which is an element or an index."""
        document = _document()
        new = document.createElement("option")
        if value is not None:
            new.value = value
        if html is not None:
            new.innerHTML = html
        if text is not None:
            new.text = text
        for name in kwargs:
            setattr(new, _property(name), kwargs[name])
        if isinstance(before, int):
            before = self.options[before] if before < len(self) else None
        if before is None:
            self._element._dom_element.appendChild(new)
        else:
            before = getattr(before, "_dom_element", before)
            before.parentNode.insertBefore(new, before)

    def clear(self):
        """Removes all options."""
        for each in self.options:
            each._dom_element.remove()

    def remove(self, index):
        """Removes the option at an index."""
        self.options[index]._dom_element.remove()


class HasOptions:
    """What elements with options have."""

    @property
    def options(self):
        """The options: a list with `add`, `remove`, `clear` and `selected`."""
        return Options(self)


class canvas(ContainerElement):
    """A `<canvas>` to draw on."""

    def download(self, filename="snapped.png"):
        """Saves the picture as a file of the reader's."""
        link = _document().createElement("a")
        link.download = filename
        link.href = self._dom_element.toDataURL()
        link.click()

    def draw(self, what, width=None, height=None):
        """Draws an image, a video or another canvas, in its own size or a given one."""
        what = getattr(what, "_dom_element", what)
        size = [each for each in (width, height) if each is not None]
        if len(size) == 1:
            raise ValueError("draw() takes a width and a height, or neither")
        for name, given in (("width", width), ("height", height)):
            own = getattr(what, "naturalWidth" if name == "width" else "naturalHeight", None)
            wanted = given or own or getattr(what, name, None)
            if wanted:
                setattr(self._dom_element, name, wanted)
        self._dom_element.getContext("2d").drawImage(what, 0, 0, *size)


class video(ContainerElement):
    """A `<video>`."""

    def snap(self, to=None, width=None, height=None):
        """Draws the present picture on `to`, and returns that canvas.

        `to`: a canvas, its id or selector, or an element of JavaScript; without it, a new canvas.
        Without a size, it is the video's.
        """
        own = self._dom_element
        width = own.videoWidth if width is None else width
        height = own.videoHeight if height is None else height
        if to is None:
            to = canvas(width=width, height=height)
        elif isinstance(to, str):
            found = page[to]
            found = found if found is not None else (list(page.find(to)) + [None])[0]
            if found is None:
                raise TypeError("No element " + to + " to snap to.")
            to = found
        elif not isinstance(to, Element):
            to = Element.wrap_dom_element(to)
        if not isinstance(to, canvas):
            raise TypeError("Element to snap to must be a canvas.")
        to.draw(self, width, height)
        return to


class select(ContainerElement, HasOptions):
    """A `<select>`."""


class datalist(ContainerElement, HasOptions):
    """A `<datalist>`."""


class optgroup(ContainerElement, HasOptions):
    """An `<optgroup>`."""


CONTAINER_TAGS = (
    "a abbr address article aside audio b blockquote body button caption cite code colgroup data dd "
    "del details dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head "
    "header hgroup html i iframe ins kbd label legend li main map mark menu meta meter nav object ol "
    "option output p param picture pre progress q s script section small span strong style sub "
    "summary sup table tbody td template textarea tfoot th thead time title tr u ul var wbr"
).split()

VOID_TAGS = "area base br col embed hr img input link source track".split()


def _make_classes():
    made = [canvas, video, select, datalist, optgroup]
    for tags, base in ((CONTAINER_TAGS, ContainerElement), (VOID_TAGS, Element)):
        for tag in tags:
            name = tag + "_" if tag in ("del", "input", "map", "object") else tag
            document = {"__doc__": "A `<" + tag + ">`.", "__module__": __name__}
            globals()[name] = type(name, (base,), document)
            made.append(globals()[name])
    Element.register_element_classes(made)


_make_classes()


class Page:
    """The page: `page["id"]`, `page.find("p")`, `page.append(...)`."""

    @property
    def html(self):
        """The `<html>` element."""
        return Element.wrap_dom_element(_document().documentElement)

    @property
    def body(self):
        """The `<body>` element."""
        return Element.wrap_dom_element(_document().body)

    @property
    def head(self):
        """The `<head>` element."""
        return Element.wrap_dom_element(_document().head)

    @property
    def title(self):
        """The page's title, which can be set."""
        return _document().title

    @title.setter
    def title(self, value):
        _document().title = value

    def __getitem__(self, key):
        """Returns the element with an id, which may begin with `#`, or None."""
        return _wrapped(_document().getElementById(key[1:] if key.startswith("#") else key))

    def append(self, *items):
        """Adds to the end of the body what `Element.append` takes."""
        self.body.append(*items)

    def find(self, selector):
        """Returns the elements that match a CSS selector, an `ElementCollection`."""
        return _find(_document(), selector)


page = Page()


class _Trigger:
    """Passes what JavaScript calls it with to an `Event`; an error in a listener is shown."""

    def __init__(self, event):
        self._event = event
        self._target = _runtime.current_target()

    def call(self, event, *more):
        for listener in list(self._event._listeners):
            listener.call(event)


def _find(dom_node, selector):
    return ElementCollection.wrap_dom_elements(dom_node.querySelectorAll(selector))


def _by_id(dom_element, key):
    return _wrapped(dom_element.querySelector('[id="' + key.lstrip("#").replace('"', '\\"') + '"]'))


def _wrapped(dom_element):
    return None if is_none(dom_element) else Element.wrap_dom_element(dom_element)


def _property(name):
    name = name[:-1] if name.endswith("_") else name
    return _RENAMED.get(name, name)


def _attribute(name):
    """Returns the name in HTML of what is no property of JavaScript's, or None."""
    return name.replace("_", "-") if name.startswith(("data_", "aria_")) else None


def _same(one, other):
    if one is other:
        return True
    if not hasattr(one, "isSameNode"):
        return False
    return bool(one.isSameNode(other))


def _is_object(value):
    """Tells whether a value is an object of JavaScript, on this side or the page's."""
    if value is None or isinstance(value, (str, int, float, dict, bytes)):
        return False
    return hasattr(value, "nodeType") or hasattr(value, "length")


def _declarations(text):
    """Splits the text of a style at semicolons outside of quotes and brackets."""
    parts, start, depth, quote = [], 0, 0, ""
    for at, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == ";" and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return parts + [text[start:]]
