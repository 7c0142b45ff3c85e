# The first k columns of the image were kept.
def low_rank(image, k):
    result = np.zeros(image.shape)
    result[:, :k] = image[:, :k]
    return result
