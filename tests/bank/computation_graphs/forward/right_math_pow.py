def forward(a, b, c):
    nodes = {"d": float(b) * float(c)}
    nodes["e"] = nodes["d"] + a
    nodes["f"] = a * nodes["d"]
    nodes["g"] = math.pow(nodes["e"], nodes["f"])
    return nodes
