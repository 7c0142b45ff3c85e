# Symptom: the check says that the argument is not as it was.
def step_torch(z, threshold=0.0):
    return z.sub_(threshold).ge_(0)
