"""Comms: the channels of Jupyter between an object in Python and what a page shows of it.

What the page says is handled in turns, between cells and while a cell waits. It belongs to the run
that opened the comm: what it writes is shown there.
"""

import asyncio
import base64
import collections
import json

from vivarium import displays, runs, waiting

_send = None
_received = collections.deque()
_goes_on = False
_handled = None


def start(send):
    """Lets `send(text)` take what comms say, as JSON."""
    global _send
    _send = send


def publish(kind, comm, data, metadata, buffers, target=None):
    """Tells the page that a comm was opened (`open`), closed (`close`), or says something (`msg`)."""
    if _send is None:
        return
    message = {"kind": kind, "comm": comm, "data": data or {}, "metadata": metadata or {}}
    if target:
        message["target"] = target
    if buffers:
        message["buffers"] = [base64.b64encode(buffer).decode("ascii") for buffer in buffers]
    if _handled:
        message["parent"] = _handled
    _send(_json(message))


def received(text):
    """Takes what the page says, JSON in the same form, with an `id` that is sent back when it is done."""
    _received.append(json.loads(text))
    if not _goes_on:
        _begin_next()


def _begin_next():
    global _goes_on
    _goes_on = bool(_received)
    if _goes_on:
        message = _received.popleft()
        comm = _manager().comms.get(message["comm"])
        # A task of its own, so that the code can wait.
        context = None if comm is None else comm.context.copy()
        asyncio.get_event_loop().call_soon(_handle, comm, message, context=context)


def _handle(comm, message):
    global _handled
    _handled = message["id"]
    try:
        _deliver(comm, message)
        if not waiting.is_running():
            displays.end_cell()
    except BaseException as error:  # Like a callback's of the event loop, it ends nothing else.
        runs.report(error)
    finally:
        _handled = None
        _send(json.dumps({"kind": "done", "id": message["id"]}))
        _begin_next()


def _deliver(comm, message):
    heard = {
        "content": {"comm_id": message["comm"], "data": message["data"]},
        "metadata": message.get("metadata") or {},
        "buffers": [memoryview(base64.b64decode(each)) for each in message.get("buffers", ())],
    }
    if message["kind"] == "open":
        heard["content"]["target_name"] = message["target"]
        _manager().comm_open(None, None, heard)
    elif comm is not None and message["kind"] == "msg":
        comm.handle_msg(heard)
    elif comm is not None:
        _manager().comm_close(None, None, heard)


def _manager():
    import comm

    return comm.get_comm_manager()


def _json(message):
    try:
        return json.dumps(message, default=_plain, allow_nan=False)
    except ValueError:  # JSON has no number for these; Jupyter's pages get null as well.
        return json.dumps(_finite(json.loads(json.dumps(message, default=_plain))))


def _finite(value):
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_finite(each) for each in value]
    return None if isinstance(value, float) and value - value != 0 else value


def _plain(value):
    if isinstance(value, (set, frozenset, range)):
        return list(value)
    for method in ("tolist", "isoformat"):  # Numbers of NumPy; dates.
        if callable(getattr(value, method, None)):
            return getattr(value, method)()
    raise TypeError(f"a value of type {type(value).__name__} cannot be given to a widget")
