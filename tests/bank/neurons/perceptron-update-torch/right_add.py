def perceptron_update_torch(w, b, x, y, lr):
    fires = torch.dot(w, x) + b >= 0
    error = y - fires.to(w.dtype)
    return torch.add(w, lr * error * x), torch.add(b, lr * error)
