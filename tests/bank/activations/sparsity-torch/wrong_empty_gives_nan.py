# Symptom: nan for an empty tensor, where ValueError is promised.
def sparsity_torch(h):
    return (h == 0).double().mean().item()
