"""Sends a hundred thousand brackets in place of a reply.

threat: resources
must: no points for double, all for half; the message is refused before memory is taken for it
says: no readable answers
"""
import gc, socket, struct

def double(x):
    text = b"[" * 100_000 + b"]" * 100_000
    for found in gc.get_objects():
        if isinstance(found, socket.socket) and found.family == socket.AF_UNIX:
            found.sendall(struct.pack("!4sIQ", b"room", len(text), 0) + text)
    return 7
