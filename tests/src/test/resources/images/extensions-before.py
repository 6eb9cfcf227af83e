import measure
import tally

tally.add(5)
state = [tally.turn(), list(tally.add(7)), tally.constructions()]
state += [measure.measure(4), measure.direct(5), measure.factor(10), measure.hook(), measure.ticks(), measure.whole()]
