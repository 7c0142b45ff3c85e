# Got 80, expected 40: where the first small gain ends.
def bend(amounts, accuracies, least=0.01):
    gains = gain_per_doubling(amounts, accuracies)
    place = len(gains)
    while place > 0 and gains[place - 1] < least:
        place -= 1
    return amounts[place + 1] if place < len(gains) else None
