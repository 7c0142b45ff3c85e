# Got 20, expected 80: a larger gain comes later.
def bend(amounts, accuracies, least=0.01):
    for amount, gain in zip(amounts, gain_per_doubling(amounts, accuracies)):
        if gain < least:
            return amount
    return None
