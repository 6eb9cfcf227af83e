"""Vivarium's Python side: runs cells and shows what they make."""

from vivarium.displays import clear_output, display, update_display

__all__ = ["clear_output", "display", "update_display"]
