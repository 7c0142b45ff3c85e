# Symptom: TypeError, since math.exp takes one number.
import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))
