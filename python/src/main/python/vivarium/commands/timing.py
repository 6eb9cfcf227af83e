"""`%time`, `%timeit` and `%prun`, for a line and for a cell."""

import ast
import time
import types

from vivarium.commands import running
from vivarium.commands.usage import UsageError, leading, whole

_LONG_ENOUGH = 0.2  # Seconds that one measurement takes, as in `timeit`.
_MOST_LOOPS = 10**9
_COUNTED = 100_000
_NOT_MEASURED = "No time was measured: the clock stands still, as it does while a page is built."
_MOMENT = 2e-4  # Seconds; no machine counts so far in less.


def time_line(text, place):
    """Runs a statement, and says how long that took."""
    return _timed(running.line(text, place), place) if text else None


async def time_cell(text, body, place):
    """Runs a cell, and says how long that took."""
    if text:
        raise UsageError("`%%time` takes no words: the cell is what it measures.")
    return await _timed_waiting(running.cell(body, place))


def _timed(code, place):
    if code.waits:
        return _timed_waiting(code)
    start = time.perf_counter()
    try:
        return code.run()
    finally:
        _say_wall(start)


async def _timed_waiting(code):
    await code.provide()
    start = time.perf_counter()
    try:
        return await code.run_waiting()
    finally:
        _say_wall(start)


def _say_wall(start):
    seconds = time.perf_counter() - start
    if seconds < _MOMENT and clock_stands():
        print(_NOT_MEASURED)
    else:
        print(f"Wall time: {duration(seconds)}")


def timeit_line(text, place):
    """Runs a statement many times, and says how long it takes."""
    options, statement = _options(text)
    if not statement:
        return None
    return _measure(running.line(statement, place), "", options)


async def timeit_cell(text, body, place):
    """Runs a cell many times, after what stands in its first line."""
    options, setup = _options(text)
    code = running.cell(body, place)
    await code.provide()
    return _measure(code, setup, options)


def _options(text):
    found, statement = leading("%timeit", text, "n:r:p:qotcv:")
    number = whole("%timeit -n", found["n"]) if "n" in found else 0
    repeat = whole("%timeit -r", found["r"]) if "r" in found else 7
    digits = whole("%timeit -p", found["p"]) if "p" in found else 3
    return (number, repeat, digits, "q" in found, "o" in found), statement


def _measure(code, setup, options):
    number, repeat, digits, is_quiet, wants_result = options
    if code.waits:
        raise UsageError("`%timeit` cannot measure what waits: `%time` can.")
    if setup:
        code.place_setup(setup)
    loop = _loop(code)
    stands = clock_stands()
    if stands:  # Where a page is built, nothing can be measured; what the code does, is done.
        number, repeat = number or 1, 1
    loops = number
    while not loops or (not number and loop(loops) < _LONG_ENOUGH and loops < _MOST_LOOPS):
        loops = _more(loops)
    result = TimeitResult(loops, repeat, [loop(loops) / loops for _ in range(repeat)], digits)
    if not is_quiet and stands:
        print(_NOT_MEASURED)
    elif not is_quiet:
        print(result)
    return result if wants_result else None


def _more(loops):
    """1, 2, 5, 10, 20, 50 …"""
    return 1 if not loops else loops * 5 // 2 if str(loops)[0] == "2" else loops * 2


def clock_stands():
    """Tells whether time goes on only while code sleeps, as it does while a page is built."""
    start = time.perf_counter()
    for _ in range(_COUNTED):
        pass
    return time.perf_counter() - start < _MOMENT


def _loop(code):
    """Returns a function that runs code so many times, and returns the seconds that took.

    The statements stand in the loop of a function, whose names are quick: `timeit` does the same.
    """
    tree = ast.parse(
        "def loop(_viv_times, _viv_clock):\n"
        "  _viv_start = _viv_clock()\n"
        "  for _viv_time in range(_viv_times): pass\n"
        "  return _viv_clock() - _viv_start"
    )
    function = tree.body[0]
    function.body[1].body = code.tree.body or [ast.Pass()]
    function.body[:0] = code.setup
    ast.fix_missing_locations(tree)
    compiled = compile(tree, code.place.filename, "exec", dont_inherit=True)
    made = next(each for each in compiled.co_consts if isinstance(each, types.CodeType))
    function = types.FunctionType(made, code.variables())
    return lambda times: function(times, time.perf_counter)


class TimeitResult:
    """What `%timeit -o` measured: seconds for one run."""

    def __init__(self, loops, repeat, timings, digits):
        self.loops = loops
        self.repeat = repeat
        self.timings = timings
        self.all_runs = [timing * loops for timing in timings]
        self.best = min(timings)
        self.worst = max(timings)
        self.average = sum(timings) / len(timings)
        self.stdev = (sum((each - self.average) ** 2 for each in timings) / len(timings)) ** 0.5
        self._digits = digits

    def __str__(self):
        def plural(count, word):
            return f"{count:,} {word}{'' if count == 1 else 's'}"

        return (
            f"{duration(self.average, self._digits)} ± {duration(self.stdev, self._digits)} per loop"
            f" (mean ± std. dev. of {plural(self.repeat, 'run')}, {plural(self.loops, 'loop')} each)"
        )

    def __repr__(self):
        return f"<TimeitResult : {self}>"


def duration(seconds, digits=3):
    """Returns a time as people write it: `1.25 ms`."""
    if seconds >= 60:
        minutes, rest = divmod(round(seconds), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours} h {minutes} min {rest} s" if hours else f"{minutes} min {rest} s"
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.{digits}g} {unit}"
    return f"{seconds / 1e-9:.{digits}g} ns"


def prun_line(text, place):
    """Runs a statement, and says which functions took how long."""
    return _profiled(running.line(text, place)) if text else None


async def prun_cell(_text, body, place):
    """Runs a cell, and says which functions took how long."""
    code = running.cell(body, place)
    await code.provide()
    if code.waits:
        raise UsageError("`%%prun` cannot measure what waits: `%%time` can.")
    return _profiled(code)


def _profiled(code):
    import cProfile
    import pstats

    profile = cProfile.Profile()
    try:
        return profile.runcall(code.run)
    finally:
        pstats.Stats(profile).strip_dirs().sort_stats("time").print_stats(20)
