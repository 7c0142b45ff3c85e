from scipy.special import softmax


def softmax_rows(Z):
    return softmax(Z, axis=1)
