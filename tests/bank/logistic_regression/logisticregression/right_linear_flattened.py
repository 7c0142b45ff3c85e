class LogisticRegression(torch.nn.Module):
    def __init__(self, dim):
        super(LogisticRegression, self).__init__()
        self.layers = torch.nn.Sequential(torch.nn.Linear(dim, 1), torch.nn.Flatten(0))
        with torch.no_grad():
            for parameter in self.parameters():
                parameter.zero_()

    def forward(self, X):
        return self.layers(X)
