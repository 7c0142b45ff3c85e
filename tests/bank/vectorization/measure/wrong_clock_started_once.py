# The times grow, since the clock was read at the start only.
def measure(function, args=(), repeats=5, number=1, clock=time.perf_counter):
    function(*args)
    seconds = []
    start = clock()
    for _ in range(repeats):
        for _ in range(number):
            function(*args)
        seconds.append((clock() - start) / number)
    return seconds
