def group_means_torch(X, labels, groups):
    rows = []
    for g in range(groups):
        found = X[labels == g]
        rows.append(found.mean(dim=0) if len(found) else torch.zeros(X.shape[1], dtype=X.dtype))
    return torch.stack(rows)
