# Symptom: plain tensors are no parameters, so an optimiser finds nothing.
class LogisticRegression(torch.nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.w = torch.zeros(dim, requires_grad=True)
        self.b = torch.zeros((), requires_grad=True)

    def forward(self, X):
        return X @ self.w + self.b
