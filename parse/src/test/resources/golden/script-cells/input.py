# ---
# title: Cells
# format: [slides, page]
# ---

import math

# %% [markdown]
# # Circles
#
# The *area* of a circle.

# %% Area of a circle tags=["raises-exception"]
#| height: 4em
math.pi * r**2

#%%
r = 2

# %% [md] slideshow={"slide_type": "slide"}
r"""
A text in *quotes*.
"""

# %% Area of a circle
2

# %% {"tags": ["skip-execution"]}
3
# %%time is no cell
# %% tags=[broken
4
# %% [raw] raw_mimetype="text/html"
# <hr>
# %% [markdown]
