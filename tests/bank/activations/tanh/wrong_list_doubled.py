# Symptom: 2 * z of a list repeats the list; here z is turned into one first.
def tanh(z):
    z = list(np.ravel(z))
    return 2 * sigmoid_stable(np.array(2 * z)) - 1
