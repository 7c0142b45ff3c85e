# Symptom: the logits at the start are not 0.
class LogisticRegression(torch.nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.linear = torch.nn.Linear(dim, 1)

    def forward(self, X):
        return self.linear(X).squeeze(1)
