# Symptom: x has no value: NameError.
def two_forms_steps():
    return [np.exp(x) / (np.exp(x) * (1 + np.exp(-x))), np.exp(x) / (np.exp(x) + 1)]
