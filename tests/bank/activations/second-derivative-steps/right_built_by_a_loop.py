def second_derivative_steps():
    slope = ["slope", "(sigma - sigma**2)"]
    steps = [f"{s} - 2*sigma*{s}" for s in slope]
    return steps + ["sigma - sigma**2 - 2*sigma**2 + 2*sigma**3", "sigma - 3*sigma**2 + 2*sigma**3"]
