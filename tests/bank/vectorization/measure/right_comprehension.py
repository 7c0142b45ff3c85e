def measure(function, args=(), repeats=5, number=1, clock=time.perf_counter):
    def once():
        start = clock()
        for _ in range(number):
            function(*args)
        return (clock() - start) / number

    function(*args)
    return [once() for _ in range(repeats)]
