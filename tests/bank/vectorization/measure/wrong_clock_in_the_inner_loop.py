# The clock is read around every single call: its tick is what is measured.
def measure(function, args=(), repeats=5, number=1, clock=time.perf_counter):
    function(*args)
    seconds = []
    for _ in range(repeats):
        total = 0.0
        for _ in range(number):
            start = clock()
            function(*args)
            total += clock() - start
        seconds.append(total / number)
    return seconds
