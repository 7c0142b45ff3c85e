# Symptom: the negative inputs are left out, and the shape changes.
def relu(z):
    z = np.asarray(z)
    return z[z > 0]
