# -1 silently becomes the last class; 3 of 3 gives an IndexError.
def one_hot(labels, classes):
    return np.eye(classes)[labels]
