# Symptom: the name e is not allowed.
def two_forms_steps():
    return ["e**x/(e**x*(1 + e**-x))", "e**x/(e**x + 1)", "exp(x)/(exp(x) + 1)"]
