import pickle

from numpy.dtypes import StringDType


def lines():
    yield f"svd before: {kept}"
    u, s, v = np.linalg.svd(a + 1)
    yield f"svd: {s.tolist()} {np.allclose(u[:, :3] * s @ v[:3], a + 1)}"
    yield f"solve: {np.linalg.solve(np.array([[3.0, 1], [1, 2]]), np.array([9.0, 8])).tolist()}"
    yield f"random, continued: {generator.random(3).tolist()}"
    yield f"random, new: {np.random.default_rng(11).normal(size=3).tolist()}"
    np.random.seed(3)
    yield f"random, old: {np.random.rand(3).tolist()}"
    yield f"einsum: {np.einsum('ij,kj->ik', a, a).tolist()}"
    yield f"fft: {np.abs(np.fft.fft(np.arange(5.0))).round(9).tolist()}"
    back = pickle.loads(pickle.dumps({"a": a, "type": np.dtype([("x", "i4")]), "objects": np.array(["é", 1, None], object)}))
    yield f"pickle: {back['a'].tolist() == a.tolist()} {back['type']} {back['objects'].tolist()}"
    yield f"sort: {np.sort(np.array(['pear', 'fig'])).tolist()} {np.argsort(np.array([0.3, 0.1]), kind='stable').tolist()}"
    yield f"text: {np.strings.add(np.array(['Ab', 'cd']), 'x').tolist()} {np.array(['long ' * 9], dtype=StringDType()).tolist()}"
    yield f"vectorised: {add_one(a[0]).tolist()}"
    try:
        np.array([1, 2]) @ np.array([1, 2, 3])
    except ValueError as error:
        yield f"error: {error}"


"\n".join(lines())
