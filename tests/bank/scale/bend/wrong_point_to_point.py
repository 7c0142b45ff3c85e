# Uneven steps are taken for doublings.
def bend(amounts, accuracies, least=0.01):
    gains = np.diff(accuracies)
    place = len(gains)
    while place > 0 and gains[place - 1] < least:
        place -= 1
    return amounts[place] if place < len(gains) else None
