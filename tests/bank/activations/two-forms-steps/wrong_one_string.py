# Symptom: a string where a list of strings is expected.
def two_forms_steps():
    return "exp(x)/(exp(x)*(1 + exp(-x))) = exp(x)/(exp(x) + 1)"
