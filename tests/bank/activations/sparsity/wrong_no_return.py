# Symptom: None comes back.
def sparsity(h):
    print(float(np.mean(h == 0)))
