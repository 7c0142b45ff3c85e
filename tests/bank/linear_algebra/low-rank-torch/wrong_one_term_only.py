# Only the k-th term was kept.
def low_rank_torch(image, k):
    U, s, Vt = torch.linalg.svd(image, full_matrices=False)
    i = min(k, len(s)) - 1
    return s[i] * torch.outer(U[:, i], Vt[i]) * (k > 0)
