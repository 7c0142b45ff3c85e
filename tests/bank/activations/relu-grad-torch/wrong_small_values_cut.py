# Symptom: all visible checks pass; 1e-30 is taken for 0.
def relu_grad_torch(z):
    return (z > 1e-6).to(z.dtype)
