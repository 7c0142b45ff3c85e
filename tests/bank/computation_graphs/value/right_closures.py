class Value:
    """Each operation keeps a function that sends the gradient back; NumPy numbers inside."""

    def __init__(self, data, parents=(), local=(), name=""):
        self.data = np.float64(data)
        self.grad = np.float64(0)
        self.parents, self.local, self.name = tuple(parents), local, name
        self._send = self._send_local

    def _send_local(self):
        for parent, slope in zip(self.parents, self.local):
            parent.grad += slope * self.grad

    @staticmethod
    def _of(thing):
        return thing if isinstance(thing, Value) else Value(thing)

    def __add__(self, other):
        other = Value._of(other)
        out = Value(self.data + other.data, (self, other))

        def send():
            self.grad += out.grad
            other.grad += out.grad

        out._send = send
        return out

    def __mul__(self, other):
        other = Value._of(other)
        out = Value(self.data * other.data, (self, other))

        def send():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._send = send
        return out

    def __pow__(self, n):
        if isinstance(n, Value):
            return (n * log(self)).exp()
        out = Value(self.data**n, (self,))

        def send():
            self.grad += n * self.data ** (n - 1) * out.grad

        out._send = send
        return out

    def _unary(self, data, slope):
        out = Value(data, (self,))

        def send():
            self.grad += slope * out.grad

        out._send = send
        return out

    def exp(self):
        return self._unary(np.exp(self.data), np.exp(self.data))

    def relu(self):
        return self._unary(np.maximum(self.data, 0), float(self.data > 0))

    def sigmoid(self):
        s = 0.5 * (1 + np.tanh(self.data / 2))
        return self._unary(s, s - s * s)

    def backward(self):
        uses, todo = {self: 0}, [self]
        while todo:
            for parent in todo.pop().parents:
                if parent not in uses:
                    uses[parent] = 0
                    todo.append(parent)
                uses[parent] += 1
        self.grad = np.float64(1)
        free = [self]
        while free:
            each = free.pop()
            each._send()
            for parent in each.parents:
                uses[parent] -= 1
                if uses[parent] == 0:
                    free.append(parent)

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
