# Symptom: each row is standardised by itself.
def standardize(train, test):
    def scaled(part):
        spread = part.std(axis=1, keepdims=True)
        return (part - part.mean(axis=1, keepdims=True)) / np.where(spread == 0, 1, spread)

    return scaled(train), scaled(test)
