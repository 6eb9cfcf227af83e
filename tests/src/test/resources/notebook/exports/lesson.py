# ---
# title: All kinds
# format: [notebook, page]
# lang: en
# ---

# %% [markdown]
# # All kinds of cells
#
# Text with *stress*, `code`, ümläuts, an equation $a^2 + b^2$, and
#
# $$\sum_{n=1}^3 n = 6$$
#
# | a | b |
# |---|---|
# | 1 | <2 |
#
# - [ ] one
# - two

# %% [markdown]
# ![A dot](attachment:dot.png)

# %% tags=["keep"]
# %matplotlib inline
import sys

print('one\ntwo')
print('\x1b[31mred\x1b[0m', file=sys.stderr)

# %%
from IPython.display import HTML, display
display(HTML('<table><tr><td>1</td></tr></table>'))
figure
x**2

# %%
1 / 0

# %%
text = """
```
</script> & <b>
```
"""
# !ls -l

# %% [raw]
# <p>Raw <b>HTML</b>.</p>

# %% [raw]
# As it is: <b>.

# %%
