# Got 2, expected 40: the place, not the amount.
def bend(amounts, accuracies, least=0.01):
    gains = gain_per_doubling(amounts, accuracies)
    place = len(gains)
    while place > 0 and gains[place - 1] < least:
        place -= 1
    return place if place < len(gains) else None
