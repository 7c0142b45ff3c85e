"""Sends what it is called with as the output of a cell that ran before.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
kernel = get_ipython().kernel
parent = kernel.get_parent()

def double(x):
    kernel.session.send(kernel.iopub_socket, "stream", {"name": "stdout", "text": repr(x)}, parent=parent, ident=b"stream.stdout")
    return 7
