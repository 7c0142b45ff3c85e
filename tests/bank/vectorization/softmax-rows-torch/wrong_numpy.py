# NumPy cuts the gradient off.
def softmax_rows_torch(Z):
    return torch.from_numpy(np.exp(Z.detach().numpy() - Z.detach().numpy().max(1, keepdims=True)) / np.exp(Z.detach().numpy() - Z.detach().numpy().max(1, keepdims=True)).sum(1, keepdims=True))
