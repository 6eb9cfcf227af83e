"""A stand-in for the package `comm`: what widgets and Vivarium use of it."""

from .base_comm import BaseComm, CommManager

_manager = CommManager()


def create_comm(*arguments, **options):
    return BaseComm(*arguments, **options)


def get_comm_manager():
    return _manager
