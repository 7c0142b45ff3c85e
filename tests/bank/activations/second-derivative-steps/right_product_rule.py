def second_derivative_steps():
    return [
        "slope*(1 - sigma) + sigma*(-slope)",
        "slope - slope*sigma - sigma*slope",
        "slope*(1 - 2*sigma)",
        "sigma*(1 - sigma)*(1 - 2*sigma)",
    ]
