def two_forms_steps():
    first = "1/(1 + exp(-x))"
    second = "1/(1 + 1/exp(x))"
    third = "1/((exp(x) + 1)/exp(x))"
    return first, second, third, "exp(x)/(1 + exp(x))"
