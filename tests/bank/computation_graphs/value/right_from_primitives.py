class Value(Node):
    """Grows out of Node; sigmoid is made of the other operations, and a - 1 power of ** by a negative number."""

    def _new(self, data, parents, local):
        return Value(data, parents, local)

    def __add__(self, other):
        if not isinstance(other, Value):
            return self._new(self.data + other, (self,), (1.0,))
        return self._new(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        if not isinstance(other, Value):
            return self._new(self.data * other, (self,), (other,))
        return self._new(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        if isinstance(n, Value):
            return (n * log(self)).exp()
        return self._new(self.data**n, (self,), (n * self.data ** (n - 1),))

    def exp(self):
        return self._new(np.exp(self.data), (self,), (np.exp(self.data),))

    def relu(self):
        return self * 1.0 if self.data > 0 else self * 0.0

    def sigmoid(self):
        return ((self * -1.0).exp() + 1.0) ** -1

    def backward(self):
        backpropagate(self)

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
