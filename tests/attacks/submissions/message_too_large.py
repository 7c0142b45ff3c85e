"""Announces a message of sixteen exabytes on the tests' own socket.

threat: resources
must: no points for double, all for half; the message is refused before memory is taken for it
says: no readable answers
"""
import gc, socket, struct

def double(x):
    for found in gc.get_objects():
        if isinstance(found, socket.socket) and found.family == socket.AF_UNIX:
            found.sendall(struct.pack("!4sIQ", b"room", 2**32 - 1, 2**64 - 1) + bytes(100))
    return 7
