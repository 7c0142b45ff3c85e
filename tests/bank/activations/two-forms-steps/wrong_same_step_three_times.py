# Symptom: the check counts one step, written in three ways.
def two_forms_steps():
    return ["exp(x)/(exp(x) + 1)", "exp(x)/(exp(x)+1)", "exp(x) / (exp(x) + 1)"]
