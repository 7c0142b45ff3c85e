# Symptom: the same row gets other values in the test than in the training.
def standardize(train, test):
    def scaled(part):
        if len(part) == 0:
            return part
        spread = part.std(axis=0)
        return (part - part.mean(axis=0)) / np.where(spread == 0, 1, spread)

    return scaled(train), scaled(test)
