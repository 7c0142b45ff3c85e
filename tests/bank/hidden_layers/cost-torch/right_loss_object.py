def cost_torch(Z2, y):
    return torch.nn.BCEWithLogitsLoss()(Z2, y)
