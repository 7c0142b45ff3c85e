def prepare(images, labels, positive, most=16):
    if len(labels) != len(images):
        raise ValueError("not as many labels as images")
    rows = []
    for image in images:
        rows.append([float(pixel) / most for line in image for pixel in line])
    return np.array(rows), np.where(np.asarray(labels) == positive, 1.0, 0.0)
