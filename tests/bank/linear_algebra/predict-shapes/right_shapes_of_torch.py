def predict_shapes():
    T = torch.zeros(5, 2, 3)
    answers = {
        "product": (3,), "dot": (), "column": (3, 1), "table": (3, 4), "uneven": "error", "transposed": (3,),
        "matrix": (2, 4), "means": (3,), "centred": "error", "square": (3, 3), "flat": (10, 784), "pixel": (10,),
    }
    answers["row_sums"] = T.sum(dim=2).shape
    answers["kept"] = T.sum(dim=2, keepdim=True).shape
    answers["permuted"] = T.permute(2, 0, 1).shape
    answers["batch"] = (T @ torch.ones(3, 4)).shape
    answers["vectors"] = (T @ torch.ones(3)).shape
    answers["stretched"] = (T + torch.ones(2, 1)).shape
    answers["wrong_way"] = "error"
    answers["unsqueezed"] = torch.ones(3).unsqueeze(0).shape
    return answers
