"""Packages look here whether a shell runs."""


class InteractiveShell:
    """There is none."""

    @staticmethod
    def initialized():
        """Tells whether there is a shell."""
        return False
