# Symptom: all visible checks pass; the last step is still the first form.
def two_forms_steps():
    return ["exp(x)/exp(x) * 1/(1 + exp(-x))", "1/(exp(-x) + 1)", "1/(1 + 1/exp(x))"]
