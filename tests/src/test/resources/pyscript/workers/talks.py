from pyscript import sync


def add(a, b):
    return a + b


sync.add = add
sync.done(sync.greet("worker"))
