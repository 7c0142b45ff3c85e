# Symptom: 0 where 0.25 is expected: z * (1 - z).
def sigmoid_grad_torch(z):
    return z * (1 - z)
