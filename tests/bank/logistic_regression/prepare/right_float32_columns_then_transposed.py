def prepare(images, labels, positive, most=16):
    m, h, w = images.shape
    if np.shape(labels) != (m,):
        raise ValueError(f"{m} images, labels of shape {np.shape(labels)}")
    columns = images.transpose(1, 2, 0).reshape(h * w, m).astype(np.float32)
    return columns.T / np.float32(most), np.equal(labels, positive).astype(np.float32)
