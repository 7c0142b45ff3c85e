# A vector on the right is thought to leave an axis of size 1.
def predict_shapes():
    return {
        "product": (3,), "dot": (), "column": (3, 1), "table": (3, 4), "uneven": "error", "transposed": (3,),
        "matrix": (2, 4), "means": (3,), "centred": "error", "square": (3, 3), "flat": (10, 784), "pixel": (10,),
        "row_sums": (5, 2), "kept": (5, 2, 1), "permuted": (3, 5, 2), "batch": (5, 2, 4), "vectors": (5, 2, 1),
        "stretched": (5, 2, 3), "wrong_way": "error", "unsqueezed": (1, 3),
    }
