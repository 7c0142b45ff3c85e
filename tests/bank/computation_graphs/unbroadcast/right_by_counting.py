def unbroadcast(grad, shape):
    """Adds every number of grad at the place that it was copied from."""
    places = np.broadcast_to(np.arange(int(np.prod(shape))).reshape(shape), grad.shape)
    return np.bincount(places.ravel(), weights=grad.ravel(), minlength=int(np.prod(shape))).reshape(shape)
