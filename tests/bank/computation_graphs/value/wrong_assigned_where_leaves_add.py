# Adds in the leaves and sets in inner Values: a reused input is right, a reused inner node is not.
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
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            top, ready = stack.pop()
            if ready:
                order.append(top)
            elif id(top) not in seen:
                seen.add(id(top))
                stack.append((top, True))
                stack.extend((parent, False) for parent in top.parents)
        for each in order:
            each.grad = 0.0
        self.grad = 1.0
        for each in reversed(order):
            for parent, slope in zip(each.parents, each.local):
                if parent.parents:
                    parent.grad = slope * each.grad
                else:
                    parent.grad += slope * each.grad

    def __pow__(self, n):
        if isinstance(n, Value):
            return (n * log(self)).exp()
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

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
