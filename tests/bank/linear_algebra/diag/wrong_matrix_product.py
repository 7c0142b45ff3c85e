# `@` adds up again: v comes back.
def diag(v):
    return np.eye(len(v)) @ v
