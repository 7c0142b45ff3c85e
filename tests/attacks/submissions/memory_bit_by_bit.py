"""Takes memory until there is none.

threat: resources
must: no points for double, all for half
"""
def double(x):
    kept = []
    while True:
        kept.append(bytearray(b"1") * 10**7)
