"""Questions and replies over a socket, the same on both sides: whoever waits for a reply answers what is asked
meanwhile, so that a call-back can cross while its caller waits.
"""

import socket
import struct
from dataclasses import dataclass
from time import monotonic

from course.rooms.limits import DATA, HEAD, MAGIC, NESTED, TEXT, Closed, Refused, Unsendable
from course.rooms.unwire import unpack
from course.rooms.wire import Packer

PIECE = 1 << 16


@dataclass
class Reply:
    """What goes back: the message, the tensors that a graph may start from, and what to do with those it ends in."""

    message: tuple
    inputs: tuple | None = None
    keep: object = None


class Talk:
    """One conversation. ``answer(*question)`` gives the ``Reply`` to a question of the other side, and
    ``report(error)`` the message for an exception.

    ``other`` and ``special`` turn objects that are not plain into nodes and back; ``until`` is the moment, on
    the monotonic clock, after which nothing is waited for any more.
    """

    def __init__(self, connection: socket.socket, answer, report, other, special, until: float | None = None):
        self.connection, self.answer, self.other, self.special, self.until = connection, answer, other, special, until
        self.report = report
        self.trouble: BaseException | None = None
        self.asked = self._waiting = 0
        self._arrived = bytearray()
        if until is not None:
            # The system's own clock on the socket: half the cost of asking before each piece.
            left = max(0.05, until - monotonic())
            for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
                connection.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", int(left), int(left % 1 * 1e6)))

    def ask(self, *question):
        """The reply to a question, and the tensors in it that hang on a graph."""
        self.asked += 1
        self.send(("?", *question))
        while True:
            message, tensors = self.receive()
            if type(message) is not tuple or not message or message[0] not in ("?", "="):
                raise self.broken(Refused("a message that is neither a question nor a reply"))
            if message[0] == "=":
                return message[1:], tensors
            self._reply(message[1:])

    def _reply(self, question) -> None:
        if self._waiting >= NESTED:
            raise self.broken(Refused("questions nested too deeply"))
        self._waiting += 1
        try:
            reply = self.answer(*question)
        finally:
            self._waiting -= 1
        try:
            packer = self.send(("=", *reply.message), reply.inputs)
        except Unsendable as error:
            self.send(("=", *self.report(error)))
        else:
            if reply.keep is not None:
                reply.keep(packer.tensors)

    def serve(self) -> None:
        """Answer questions until the other side closes."""
        try:
            while True:
                message, _ = self.receive()
                if type(message) is not tuple or not message or message[0] != "?":
                    raise self.broken(Refused("a reply to nothing"))
                self._reply(message[1:])
        except Closed:
            pass

    def send(self, message, inputs=None) -> Packer:
        packer = Packer(self.other, inputs)
        content = packer.pack(message)
        if len(content) > TEXT + DATA:
            raise self.broken(Refused("a message that is too large"))
        if self.trouble is not None:
            raise self.trouble
        try:
            self._in_time()
            self.connection.sendall(content)
        except OSError as error:
            raise self.broken(Closed("no reply in time" if isinstance(error, BlockingIOError) else str(error))) from None
        return packer

    def receive(self):
        magic, text, data = HEAD.unpack(self._read(HEAD.size))
        if magic != MAGIC or text > TEXT or data > DATA:
            raise self.broken(Refused("a message that is too large, or none"))
        text, content = self._read(text), self._read(data)
        try:
            return unpack(text, content, self.special)
        except Refused as refused:
            raise self.broken(refused) from None

    def _read(self, size: int) -> bytes:
        """Exactly so many bytes; memory grows with what arrives, not with what was announced."""
        while len(self._arrived) < size:
            try:
                self._in_time()
                piece = self.connection.recv(PIECE)
            except OSError as error:
                raise self.broken(Closed("no reply in time" if isinstance(error, BlockingIOError) else str(error))) from None
            if not piece:
                raise self.broken(Closed("the other side has gone"))
            self._arrived += piece
        found = bytes(self._arrived[:size])
        del self._arrived[:size]
        return found

    def _in_time(self) -> None:
        if self.trouble is not None:
            raise self.trouble
        if self.until is not None and monotonic() > self.until:
            raise BlockingIOError

    def broken(self, trouble: BaseException) -> BaseException:
        """Remember that nothing goes on here any more, and close; whoever asks again gets the same trouble."""
        self.trouble = self.trouble or trouble
        self.connection.close()
        return self.trouble
