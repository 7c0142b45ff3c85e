# The limit is always 0.01, whatever is asked for.
def bend(amounts, accuracies, least=0.01):
    gains = gain_per_doubling(amounts, accuracies)
    place = len(gains)
    while place > 0 and gains[place - 1] < 0.01:
        place -= 1
    return amounts[place] if place < len(gains) else None
