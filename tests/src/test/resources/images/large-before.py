large = bytearray(200_000_000)
large[100_000_000:100_000_250] = bytes(range(250))
large[-1] = 7
