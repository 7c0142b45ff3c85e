def low_rank_torch(image, k):
    U, s, Vt = torch.linalg.svd(image)
    result = torch.zeros_like(image)
    for i in range(min(k, len(s))):
        result = result + s[i] * torch.outer(U[:, i], Vt[i])
    return result
