# Symptom: None comes back.
def relu_grad(z):
    print(np.where(np.asarray(z) > 0, 1.0, 0.0))
