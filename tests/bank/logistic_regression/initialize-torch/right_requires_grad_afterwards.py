def initialize_torch(dim):
    w, b = torch.zeros(dim), torch.tensor(0.0)
    w.requires_grad = True
    b.requires_grad = True
    return w, b
