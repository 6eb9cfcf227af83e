"""Listening: to events of the page with `when`, and to your own with `Event`."""

import pyscript._runtime as _runtime


class Event:
    """An event of your own. Functions listen to it; `trigger` calls them, in their order.

        ready = Event()

        @when(ready)
        def celebrate(result):
            display(result)

        ready.trigger("done")
    """

    def __init__(self):
        self._listeners = []

    def trigger(self, result):
        """Calls every listener with `result`. Listeners may be `async`.

        An error in one that is not is raised here, and ends the calls.
        """
        for listener in list(self._listeners):
            listener(result)

    def add_listener(self, listener):
        """Adds a function; one that listens already is not added twice.

        Raises ValueError when `listener` cannot be called.
        """
        if not callable(listener):
            raise ValueError("Listener must be callable.")
        if not any(each.function == listener for each in self._listeners):
            self._listeners.append(_Listener(listener, _runtime.current_target()))

    def remove_listener(self, *listeners):
        """Removes functions; without any, all of them."""
        if listeners:
            kept = [each for each in self._listeners if each.function not in listeners]
            self._listeners = kept
        else:
            self._listeners = []


def when(event_type, selector=None, **options):
    """Calls the function below it for events.

        @when("click", "#roll, #again")
        def roll(event):
            ...

    `event_type`: the name of an event of the page, or an `Event`, or a list of these.
    `selector`: whose events: a CSS selector, an element, or a list or collection of elements.
    Options are those of `addEventListener`: `once`, `capture`, `passive`, `signal`; and
    `live=True`, which also takes the elements that come later and match the selector.

    The function may be `async`. It is called with the event, or without when it takes no argument.
    An error in it is shown. What it displays goes where the script's own goes. It is returned as it
    is, so `when` can stand above it more than once.

    Raises ValueError when nothing matches the selector, unless `live=True`.
    """
    types = list(event_type) if isinstance(event_type, (list, tuple)) else [event_type]
    live = options.pop("live", False)
    names = [each for each in types if not isinstance(each, Event)]
    for name in names:
        if not isinstance(name, str):
            raise TypeError("when() takes names of events or Event objects, not " + repr(name))
    elements = []
    if names:
        if selector is None or selector == []:
            raise ValueError("Selector required for DOM event handling.")
        elements = _elements(selector)
        if not elements and not live:
            raise ValueError("No elements found for selector: " + str(selector))
        if live and not isinstance(selector, str):
            raise TypeError("when(..., live=True) takes a CSS selector")

    def decorate(function):
        for each in types:
            if isinstance(each, Event):
                each.add_listener(function)
        if names:
            from pyscript.ffi import create_proxy, to_js

            listener = create_proxy(_Listener(function, _runtime.current_target()).call)
            more = (to_js(options),) if options else ()
            for element in elements:
                for name in names:
                    element.addEventListener(name, listener, *more)
            if live:
                _take_later(selector, names, listener, more)
        return function

    return decorate


class _Listener:
    """A function as an event calls it."""

    def __init__(self, function, target):
        self.function = function
        self.target = target
        self._takes_event = _takes_event(function)

    def __call__(self, event):
        args = (event,) if self._takes_event else ()
        result = _runtime.aimed(self.target, self.function, args)
        if _is_coroutine(result):
            _runtime.aimed(self.target, _runtime.spawn, (result, self.target))

    def call(self, event=None, *more):
        """Calls the function; an error in it is shown."""
        try:
            self(event)
        except Exception as error:
            _runtime.failed(error, self.target)


def _is_coroutine(value):
    if _runtime.CPYTHON:
        import inspect

        return inspect.iscoroutine(value)
    return type(value).__name__ == "generator"


def _takes_event(function):
    """Tells whether a handler can be called with one argument."""
    import inspect

    try:
        signature = inspect.signature(function)
        if not _runtime.CPYTHON:
            return len(signature.parameters) > 0
        signature.bind(None)
        return True
    except TypeError:
        # MicroPython cannot tell what a method takes: handlers mostly take the event.
        return not _runtime.CPYTHON
    except (NotImplementedError, ValueError):
        return True


def _elements(selector):
    """Returns the page's own objects for a selector, an element or a collection."""
    from pyscript import context

    if isinstance(selector, str):
        return list(context.document.querySelectorAll(selector))
    elements = getattr(selector, "_elements", None)
    if elements is None and isinstance(selector, (list, tuple)):
        elements = selector
    if elements is None:
        is_list = hasattr(selector, "length") and not hasattr(selector, "addEventListener")
        elements = list(selector) if is_list else [selector]
    return [_dom_element(each) for each in elements]


def _dom_element(element):
    own = getattr(element, "_dom_element", None) if hasattr(element, "_dom_element") else None
    element = element if own is None else own
    if not hasattr(element, "addEventListener"):
        raise TypeError("when() cannot listen to " + repr(element))
    return element


def _take_later(selector, names, listener, more):
    """Listens to elements that come into the page later."""
    from pyscript import context
    from pyscript.ffi import create_proxy, to_js

    def seen(records, *rest):
        # A listener that an element has already is not added again.
        for element in context.document.querySelectorAll(selector):
            for name in names:
                element.addEventListener(name, listener, *more)

    observer = context.window.MutationObserver.new(create_proxy(seen))
    observer.observe(
        context.document.documentElement,
        to_js({"childList": True, "subtree": True, "attributes": True}),
    )
