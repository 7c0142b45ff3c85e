class LogisticRegression(torch.nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.w = torch.nn.Parameter(torch.zeros(dim))
        self.b = torch.nn.Parameter(torch.zeros(()))

    def forward(self, X):
        return X @ self.w + self.b
