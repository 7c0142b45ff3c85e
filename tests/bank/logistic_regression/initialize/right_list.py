def initialize(dim):
    return np.array([0.0 for _ in range(dim)], dtype=np.float32), float()
