# Symptom: probabilities come back, and no classes.
def predict(w, b, X, threshold=0.5):
    return 0.5 * (1 + np.tanh((X @ w + b) / 2))
