# Got 160, expected None: the curve has not bent.
def bend(amounts, accuracies, least=0.01):
    gains = gain_per_doubling(amounts, accuracies)
    place = len(gains)
    while place > 0 and gains[place - 1] < least:
        place -= 1
    return amounts[place]
