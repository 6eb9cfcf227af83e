import numpy as np

a = np.arange(12.0).reshape(3, 4)
kept = np.linalg.svd(a)[1].tolist()
generator = np.random.default_rng(7)
generator.random(3)
add_one = np.vectorize(lambda x: x + 1)
