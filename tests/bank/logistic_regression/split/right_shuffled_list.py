import random as chance


def split(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError("X and y have different lengths")
    rows = list(range(len(X)))
    chance.Random(seed).shuffle(rows)
    cut = len(X) - int(len(X) * test_share + 0.5)
    return X[rows[:cut]], X[rows[cut:]], y[rows[:cut]], y[rows[cut:]]
