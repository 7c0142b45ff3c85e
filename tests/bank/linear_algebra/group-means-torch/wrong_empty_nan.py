# A group without rows gives nan.
def group_means_torch(X, labels, groups):
    Y = torch.nn.functional.one_hot(labels, groups).to(X.dtype)
    return (Y.T @ X) / Y.sum(dim=0)[:, None]
