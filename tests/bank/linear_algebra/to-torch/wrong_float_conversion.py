# .float() changes the dtype and with it makes a copy.
def to_torch(a, copy=False):
    t = torch.from_numpy(a).float()
    return t.clone() if copy else t
