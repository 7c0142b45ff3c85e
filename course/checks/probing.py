"""Probes: functions of a test that have to run beside the learner's code, because they look at what plain values cannot
show, such as shared memory, or a model while it trains.
"""

# A grader that runs the learner's functions in another process puts its own maker here.
make = None


def in_room(function):
    """``@checks.in_room`` above a function of a test: it runs where the learner's functions run.

    It sees its arguments, which are plain data, the imports of the notebook's first cell, the learner's names and other
    probes of its cell, and nothing else; its result is plain data. Its source is no secret.
    """
    return function if make is None else make(function)
