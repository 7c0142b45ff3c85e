# Symptom: the slopes are cut to whole numbers.
def output_signs_torch(Z, delta, activation):
    return (delta[:, None] * activation(Z)).long()
