def step_torch(z, threshold=0.0):
    return (z >= threshold).to(z.dtype)
