def predict_shapes():
    u, v, w = np.zeros(3), np.zeros(3), np.zeros(4)
    A, B, S, images = np.zeros((2, 3)), np.zeros((3, 4)), np.ones((3, 3)), np.zeros((10, 28, 28))
    T = torch.zeros(5, 2, 3)
    lines = {
        "product": lambda: u * v, "dot": lambda: u @ v, "column": lambda: u[:, None], "table": lambda: u[:, None] * w,
        "uneven": lambda: u + w, "transposed": lambda: u.T, "matrix": lambda: A @ B, "means": lambda: A.mean(axis=0),
        "centred": lambda: A - A.mean(axis=1), "square": lambda: S / S.sum(axis=1), "flat": lambda: images.reshape(10, -1),
        "pixel": lambda: images[:, 0, 0], "row_sums": lambda: T.sum(dim=2), "kept": lambda: T.sum(dim=2, keepdim=True),
        "permuted": lambda: T.permute(2, 0, 1), "batch": lambda: T @ torch.ones(3, 4), "vectors": lambda: T @ torch.ones(3),
        "stretched": lambda: T + torch.ones(2, 1), "wrong_way": lambda: T + torch.ones(5),
        "unsqueezed": lambda: torch.ones(3).unsqueeze(0),
    }
    answers = {}
    for name, line in lines.items():
        try:
            answers[name] = tuple(line().shape)
        except (ValueError, RuntimeError):
            answers[name] = "error"
    return answers
