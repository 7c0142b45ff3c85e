# The other diagonal.
def diag(v):
    return np.diag(v)[:, ::-1]
