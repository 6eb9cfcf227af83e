from pyscript import config

__export__ = ["name"]


def name():
    return config["name"]
