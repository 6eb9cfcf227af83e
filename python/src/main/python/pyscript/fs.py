"""A folder of the reader's computer, as a folder of Python's. Only in Chromium.

    from pyscript import fs

    await fs.mount("/notes")
    with open("/notes/today.txt", "w") as file:
        file.write("Rain.")
    await fs.sync("/notes")

The reader chooses the folder, and is asked again only when the browser has forgotten it. Browsers
ask only after a click: call `mount` in a handler, or a button is shown first.
"""

import os

import pyscript._runtime as _runtime

mounted = {}
"""What is mounted: paths, and the keys under which the folders are remembered."""


async def mount(path, mode="readwrite", root="", id="pyscript"):
    """Mounts a folder at `path`, which must be empty or not exist.

    `mode`: `"readwrite"` or `"read"`. `root`: where the reader begins to choose, as `"documents"`
    or `"downloads"`. `id`: folders with other ids are chosen and remembered apart.

    Raises ValueError when something is mounted or lies there, and OSError when there is no folder.
    """
    if path in mounted:
        raise ValueError("Mount point " + path + " is already mounted")
    if _is_filled(path):
        raise ValueError("There are files in " + path + " already: choose an empty folder")
    from pyscript import context

    directories = _runtime.bridge.fs
    key = _key(path, id)
    if not await directories.isThere(key, mode):
        if context.RUNNING_IN_WORKER:
            import pyscript._remote

            problem = await pyscript._remote.request_later(["directory", key, mode, root, id])
        else:
            problem = await directories.choose(key, mode, root, id)
        if problem:
            raise OSError(problem)
    await directories.mount(_runtime.bridge.interpreter, path, key)
    mounted[path] = key


async def sync(path):
    """Writes what has changed below `path` to the folder, and reads what has changed in it.

    Files that other programs have put there stay; of a file that both have changed, Python's is kept.
    """
    _check(path)
    await _runtime.bridge.fs.sync(path)


async def unmount(path):
    """Writes what has changed and lets go of the folder, which stays allowed."""
    _check(path)
    await _runtime.bridge.fs.unmount(_runtime.bridge.interpreter, path)
    del mounted[path]


async def revoke(path, id="pyscript"):
    """Forgets the reader's choice: they are asked again next time. Tells whether there was one."""
    if path in mounted:
        await unmount(path)
    return await _runtime.bridge.fs.forget(_key(path, id))


def _is_filled(path):
    try:
        return bool(os.listdir(path))
    except OSError:
        return False


def _key(path, id):
    return path + "@" + id


def _check(path):
    if path not in mounted:
        raise KeyError("Nothing is mounted at " + path)
