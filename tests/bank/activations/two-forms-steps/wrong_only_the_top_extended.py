# Symptom: step 1 is exp(x) times too large: the bottom was not multiplied.
def two_forms_steps():
    return [
        "exp(x) * 1/(1 + exp(-x))",
        "exp(x)/(1 + exp(-x))",
        "exp(x)/(exp(x) + 1)",
    ]
