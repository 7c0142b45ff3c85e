# Symptom: AttributeError, cannot assign module before Module.__init__() call.
class LogisticRegression(torch.nn.Module):
    def __init__(self, dim):
        self.linear = torch.nn.Linear(dim, 1)
        torch.nn.init.zeros_(self.linear.weight)
        torch.nn.init.zeros_(self.linear.bias)

    def forward(self, X):
        return self.linear(X).squeeze(1)
