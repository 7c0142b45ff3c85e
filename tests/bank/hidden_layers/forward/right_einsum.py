def forward(X, params):
    cache = {"Z1": np.einsum("nd,dh->nh", X, params["W1"]) + params["b1"]}
    cache["A1"] = np.tanh(cache["Z1"])
    cache["Z2"] = np.einsum("nh,hm->nm", cache["A1"], params["W2"]) + params["b2"]
    with np.errstate(over="ignore"):
        cache["A2"] = 1 / (1 + np.exp(-cache["Z2"]))
    return cache["A2"], cache
