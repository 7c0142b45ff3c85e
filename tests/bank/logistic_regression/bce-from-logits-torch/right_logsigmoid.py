def bce_from_logits_torch(z, y):
    if z.size() != y.size():
        raise ValueError("shapes differ")
    log_p, log_q = torch.nn.functional.logsigmoid(z), torch.nn.functional.logsigmoid(-z)
    return -(y * log_p + (1 - y) * log_q).sum() / z.numel()
