# Symptom: all visible checks pass; float64 comes back as float32.
def relu_grad_torch(z):
    return (z > 0).float()
