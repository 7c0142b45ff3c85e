# Got 0, expected 26: only numbers that are not 0 count.
def parameter_count_torch(parameters):
    return int(sum(int((tensor != 0).sum()) for tensor in parameters))
