"""Some of the names of `IPython.display`, where older code looks for them."""

from IPython.display import Audio, Code, IFrame, YouTubeVideo  # noqa: F401
