# Symptom: Boolean value of Tensor with more than one value is ambiguous.
def relu_torch(z):
    return max(0, z)
