def bend(amounts, accuracies, least=0.01):
    gains = gain_per_doubling(amounts, accuracies)
    found = None
    for i in range(len(gains) - 1, -1, -1):
        if gains[i] >= least:
            break
        found = amounts[i]
    return found
