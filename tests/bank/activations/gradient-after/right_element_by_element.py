def gradient_after(depth, activation, z):
    names = ["linear", "sigmoid", "tanh", "relu"]
    if activation not in names:
        raise ValueError(activation)
    functions = [lambda a: a, sigmoid_stable, tanh, relu]
    slopes = [lambda a: 1.0, sigmoid_grad, tanh_grad, relu_grad]
    g, dg = functions[names.index(activation)], slopes[names.index(activation)]
    z = np.asarray(z, dtype=float)
    out = np.ones(z.shape)
    for index in np.ndindex(z.shape):
        a = float(z[index])
        for _ in range(depth):
            out[index] *= float(dg(a))
            a = float(g(a))
    return out
