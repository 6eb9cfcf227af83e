"""Vivarium's Python side: runs cells and shows what they make."""

from vivarium.mimebundles import display

__all__ = ["display"]
