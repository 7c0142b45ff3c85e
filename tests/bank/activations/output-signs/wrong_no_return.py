# Symptom: None comes back.
def output_signs(Z, delta, activation):
    print(np.sign(delta[:, None] * activation(Z)).astype(int))
