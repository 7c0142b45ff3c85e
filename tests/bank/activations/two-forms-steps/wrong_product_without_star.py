# Symptom: a step is not plain arithmetic: its * is missing.
def two_forms_steps():
    return [
        "exp(x)/(exp(x)(1 + exp(-x)))",
        "exp(x)/(exp(x) + exp(x)*exp(-x))",
        "exp(x)/(exp(x) + 1)",
    ]
