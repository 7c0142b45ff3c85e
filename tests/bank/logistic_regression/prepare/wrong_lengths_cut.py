# Symptom: a label too many is dropped without a word.
def prepare(images, labels, positive, most=16):
    m = min(len(images), len(labels))
    return images[:m].reshape(m, -1) / most, (labels[:m] == positive).astype(float)
