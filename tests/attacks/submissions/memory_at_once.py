"""Asks for a hundred gigabytes.

threat: resources
must: no points for double, all for half
"""
def double(x):
    return np.ones(10**11 // 8)
