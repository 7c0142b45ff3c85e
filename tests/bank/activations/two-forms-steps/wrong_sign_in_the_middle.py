# Symptom: step 2 does not equal step 1.
def two_forms_steps():
    return [
        "exp(x)/exp(x) * 1/(1 + exp(-x))",
        "exp(x)/(exp(x) - 1)",
        "exp(x)/(exp(x) + 1)",
    ]
