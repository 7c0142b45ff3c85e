# Symptom: the check asks for three steps.
def two_forms_steps():
    return ["1/(1 + exp(-x))", "exp(x)/(exp(x) + 1)"]
