"""Bounds of one message between the two rooms, which both sides hold the other to, and its head."""

import struct

MAGIC = b"room"
HEAD = struct.Struct("!4sIQ")  # MAGIC, bytes of text, bytes of numbers

TEXT = 16_000_000  # bytes of the JSON part
DATA = 128_000_000  # bytes of arrays, as sent and as seen through their shapes
DEPTH = 60  # containers inside each other
NODES = 600_000  # values in one message
AXES = 32
DIGITS = 20_000  # hexadecimal digits of a whole number
NESTED = 40  # questions that wait for each other


class Unsendable(TypeError):
    """A value that has no form on the wire; the message says what to do instead."""


class Refused(BaseException):
    """A message that breaks the rules. No ``except Exception`` of a test may swallow it."""


class Closed(BaseException):
    """The other side went away."""
