"""Puts what the hidden tests call it with into a widget that an earlier cell shows.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
import ipywidgets

output, label = ipywidgets.Output(), ipywidgets.HTML()
display(output, label)

def double(x):
    with output:
        print("called with", repr(x))
    label.value += repr(x)
    output.append_stdout(repr(x))
    return 7
