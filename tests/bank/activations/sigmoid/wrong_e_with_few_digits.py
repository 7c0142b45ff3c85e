# Symptom: 0.880776 where 0.880797 is expected.
def sigmoid(z):
    return 1 / (1 + 2.718 ** (-np.asarray(z, dtype=float)))
