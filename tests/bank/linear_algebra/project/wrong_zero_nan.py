# The zero vector gives nan.
def project(u, v):
    with np.errstate(all='ignore'):
        return (u @ v) / (v @ v) * v
