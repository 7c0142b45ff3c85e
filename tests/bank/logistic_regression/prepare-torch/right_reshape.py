def prepare_torch(images, labels, positive, most=16):
    m = images.size(0)
    if labels.numel() != m:
        raise ValueError
    return (images.reshape(m, -1) / most).float(), labels.eq(positive).float()
