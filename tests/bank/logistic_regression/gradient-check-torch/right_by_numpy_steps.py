def gradient_check_torch(function, w, b, X, y, h=1e-5):
    point = torch.cat([w.detach().double().reshape(-1), b.detach().double().reshape(-1)])
    X, y = X.detach().double(), y.detach().double()

    def at(p):
        return function(p[:-1].clone(), p[-1].clone(), X, y)

    grads = at(point)[0]
    difference = given_size = measured_size = 0.0
    for j, g in enumerate([*grads["dw"].tolist(), float(grads["db"])]):
        e = torch.zeros_like(point)
        e[j] = h
        n = (float(at(point + e)[1]) - float(at(point - e)[1])) / (2 * h)
        difference, given_size, measured_size = difference + (n - g) ** 2, given_size + g**2, measured_size + n**2
    size = given_size**0.5 + measured_size**0.5
    return difference**0.5 / size if size > 0 else 0.0
