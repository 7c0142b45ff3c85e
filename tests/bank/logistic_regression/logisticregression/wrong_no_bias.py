# Symptom: one number too few.
class LogisticRegression(torch.nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.linear = torch.nn.Linear(dim, 1, bias=False)
        torch.nn.init.zeros_(self.linear.weight)

    def forward(self, X):
        return self.linear(X).squeeze(1)
