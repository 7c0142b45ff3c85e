# Symptom: None comes back.
def two_forms_steps():
    print(["1/(1 + exp(-x))", "1/(1 + 1/exp(x))", "exp(x)/(exp(x) + 1)"])
