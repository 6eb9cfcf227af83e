"""The functions of `IPython.display`, where some code looks for them."""

from IPython.display import (  # noqa: F401
    DisplayHandle,
    clear_output,
    display,
    publish_display_data,
    update_display,
)
