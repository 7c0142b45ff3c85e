# The zero vector gives nan.
def project_torch(u, v):
    return (u @ v) / (v @ v) * v
