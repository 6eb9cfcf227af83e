lines = [
    f"before: {state}",
    f"added by the second rule: {tally.add(9)}",
    f"the other rule: {tally.turn()}",
    f"added by the first rule: {tally.add(1)}",
    f"constructed: {tally.constructions()}",
    f"through pointers: {measure.measure(4)}",
    f"by calling: {measure.direct(5)}",
    f"hook: {measure.hook()}",
    f"without the hook: {measure.measure(4)}",
    f"factor: {measure.factor(3)}",
    f"with that factor: {measure.measure(4)}",
    f"the clock runs: {measure.ticks()}",
    f"the absent function was found: {measure.whole()}",
]
"\n".join(lines)
