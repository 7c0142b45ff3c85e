# torch.Tensor makes float32 of everything.
def to_torch(a, copy=False):
    t = torch.Tensor(a)
    return t.clone() if copy else t
