def sigmoid_derivative_steps():
    s2 = "sigma**2"
    return [
        "exp(-x)*(1 + exp(-x))**-2",
        f"exp(-x)*{s2}",
        f"(1 + exp(-x) - 1)*{s2}",
        f"(1/sigma - 1)*{s2}",
        "sigma - sigma**2",
    ]
