# The factor n is missing in the slope of u ** n.
class Value:
    def __init__(self, data, parents=(), local=(), name=""):
        self.data = float(data)
        self.parents, self.local, self.name = parents, local, name
        self.grad = 0.0

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def backward(self):
        backpropagate(self)

    def __pow__(self, n):
        if isinstance(n, Value):
            return (n * log(self)).exp()
        return Value(self.data**n, (self,), (self.data ** (n - 1),))

    def exp(self):
        power = math.exp(self.data)
        return Value(power, (self,), (power,))

    def relu(self):
        return Value(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))

    def sigmoid(self):
        s = 1 / (1 + math.exp(-self.data))
        return Value(s, (self,), (s * (1 - s),))

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + other * -1.0

    def __truediv__(self, other):
        return self * other**-1.0

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return self * -1.0 + other

    def __rtruediv__(self, other):
        return self**-1.0 * other
