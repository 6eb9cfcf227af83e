# A small package with the shape of Matplotlib: what the backend uses, and a pyplot that uses it.
import site, os, importlib

FILES = {
    "__init__": '''
import contextlib
rc = {}
@contextlib.contextmanager
def rc_context(values):
    before = dict(rc)
    rc.update(values)
    yield
    rc.clear()
    rc.update(before)
''',
    "_pylab_helpers": '''
class Gcf:
    figs = {}
    @classmethod
    def get_all_fig_managers(cls): return list(cls.figs.values())
    @classmethod
    def destroy_all(cls): cls.figs.clear()
''',
    "backend_bases": '''
class FigureManagerBase:
    def __init__(self, canvas, num):
        self.canvas, self.num = canvas, num
class FigureCanvasBase:
    manager_class = FigureManagerBase
    def __init__(self, figure):
        self.figure = figure
        figure.canvas = self
    @classmethod
    def new_manager(cls, figure, num): return cls.manager_class(cls(figure), num)
''',
    "backends/__init__": "",
    "backends/backend_agg": '''
import matplotlib, struct, zlib
from matplotlib.backend_bases import FigureCanvasBase
class FigureCanvasAgg(FigureCanvasBase):
    def print_png(self, file, dpi, metadata):
        w, h = (int(side * dpi) for side in self.figure.size)
        raw = b"".join(b"\\0" + b"\\xee" * w for _ in range(h))
        chunk = lambda t, d: struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 0, 0, 0, 0))
        file.write(b"\\x89PNG\\r\\n\\x1a\\n" + head + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b""))
    def print_svg(self, file, dpi, metadata):
        w, h = (side * 72 for side in self.figure.size)
        assert metadata == {"Date": None} and matplotlib.rc["svg.hashsalt"]
        text = f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}pt" height="{h}pt">'
        file.write((text + "<path/>" * self.figure.drawn + "</svg>").encode())
''',
    "figure": '''
class Axes:
    def __init__(self, figure): self.figure, self.title = figure, ""
    def set_title(self, title): self.title = title
    def get_title(self): return self.title
    def plot(self, *values):
        self.figure.drawn += len(values)
        self.figure.stale = True
class Figure:
    def __init__(self, size, dpi):
        self.size, self.dpi, self.axes, self.drawn, self.stale = size, dpi, [Axes(self)], 0, True
        self._suptitle = None
    def __repr__(self): return "<Figure size 60x40 with 1 Axes>"
    def savefig(self, file, format, dpi, **options):
        getattr(self.canvas, "print_" + format)(file, dpi=dpi, **options)
        self.stale = False
''',
    "pyplot": '''
import importlib, os
from matplotlib._pylab_helpers import Gcf
from matplotlib.figure import Figure
backend = importlib.import_module(os.environ["MPLBACKEND"].removeprefix("module://"))
def figure(size=(6, 4), dpi=10):
    made = Figure(size, dpi)
    manager = backend.FigureCanvas.new_manager(made, len(Gcf.figs) + 1)
    Gcf.figs[manager.num] = manager
    return made
def subplots(**options):
    made = figure(**options)
    return made, made.axes[0]
def show(): backend.FigureCanvas.manager_class.pyplot_show()
''',
}
root = site.getsitepackages()[0] + "/matplotlib/"
for name, text in FILES.items():
    os.makedirs(os.path.dirname(root + name), exist_ok=True)
    with open(f"{root}{name}.py", "w") as file:
        file.write(text)
importlib.invalidate_caches()
