__export__ = ["add"]


def add(a, b):
    return a + b
