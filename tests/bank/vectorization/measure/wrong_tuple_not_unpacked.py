# Symptom: the function was called with one tuple in place of two arguments.
def measure(function, args=(), repeats=5, number=1, clock=time.perf_counter):
    function(args)
    seconds = []
    for _ in range(repeats):
        start = clock()
        for _ in range(number):
            function(args)
        seconds.append((clock() - start) / number)
    return seconds
