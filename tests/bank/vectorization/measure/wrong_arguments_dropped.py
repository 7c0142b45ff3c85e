# The arguments are not handed on.
def measure(function, args=(), repeats=5, number=1, clock=time.perf_counter):
    function()
    seconds = []
    for _ in range(repeats):
        start = clock()
        for _ in range(number):
            function()
        seconds.append((clock() - start) / number)
    return seconds
