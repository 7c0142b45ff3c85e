def sigmoid_derivative_steps():
    return (
        "-1*(1 + exp(-x))**(-2)*(-exp(-x))",
        "exp(-x)/((1 + exp(-x))*(1 + exp(-x)))",
        "sigma*exp(-x)/(1 + exp(-x))",
        "sigma*((1 + exp(-x))/(1 + exp(-x)) - 1/(1 + exp(-x)))",
        "(1 - sigma)*sigma",
    )
