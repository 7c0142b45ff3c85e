# The clock that was handed in is not used.
def measure(function, args=(), repeats=5, number=1, clock=time.perf_counter):
    function(*args)
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        for _ in range(number):
            function(*args)
        seconds.append((time.perf_counter() - start) / number)
    return seconds
