middle = large[100_000_000:100_000_250] == bytes(range(250))
f"{len(large)} {len(large) - large.count(0)} {middle} {large[-1]}"
