"""Connects to a server on the machine that grades.

threat: resources
must: no points for double, all for half, and nobody connects
"""
def double(x):
    return x - x + 7

import socket

try:
    with socket.create_connection(("127.0.0.1", {port}), 2) as connection:
        connection.sendall(b"hello")
        print("zx-network-" + "reached")
except OSError as error:
    print(error)
