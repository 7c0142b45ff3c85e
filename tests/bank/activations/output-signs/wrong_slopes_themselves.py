# Symptom: the slopes are cut to whole numbers: nearly all are 0.
def output_signs(Z, delta, activation):
    return (delta[:, None] * activation(Z)).astype(int)
