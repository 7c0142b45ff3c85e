# Symptom: math.exp refuses a tensor with several elements.
import math


def sigmoid_torch(z):
    return 1 / (1 + math.exp(-z))
