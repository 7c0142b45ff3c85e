# Symptom: the first step is not the sigmoid.
def two_forms_steps():
    return ["1/(1 + exp(x))", "exp(-x)/(exp(-x) + 1)", "exp(x)/(exp(x) + 1)"]
