def second_derivative_steps():
    return (
        "(1 - 2*sigma)*slope",
        "(1 - 2*sigma)*(sigma - sigma*sigma)",
        "2*sigma**3 - 3*sigma**2 + sigma",
    )
