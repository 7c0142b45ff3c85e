def initialize_torch(dim):
    w = torch.from_numpy(np.zeros(dim, dtype=np.float32)).requires_grad_()
    return w, torch.zeros(size=(), dtype=torch.float32, requires_grad=True)
