def two_forms_steps():
    return [
        "1 - exp(-x)/(1 + exp(-x))",
        "1 - 1/(exp(x) + 1)",
        "(exp(x) + 1 - 1)/(exp(x) + 1)",
        "exp(x)/(exp(x) + 1)",
    ]
