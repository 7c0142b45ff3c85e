"""Jupyter's messages as graded kernels and their clients send them."""

from jupyter_client.session import Session

from course.grading.kernels.limits import CUT_OFF

BOUNDED = {"stream", "display_data", "update_display_data", "execute_result", "error", "comm_msg", "comm_open"}
SMALL = 10_000  # bytes: such a result may be partial credit, and passes whatever came before it


class Undated(Session):
    """Sends messages without their time: nobody reads it here, and to parse it is an eighth of a client's work."""

    def msg_header(self, msg_type: str) -> dict:
        return super().msg_header(msg_type) | {"date": ""}


class BoundedSession(Undated):
    """A kernel's Session that stops sending a cell's output when there is too much of it."""

    def __init__(self, limit: int, **kwargs):
        super().__init__(**kwargs)
        self._limit, self._cell, self._sent = limit, None, 0

    def send(self, stream, msg_or_type, content=None, parent=None, *args, **kwargs):
        whole = isinstance(msg_or_type, dict)
        kind = msg_or_type["msg_type"] if whole else msg_or_type
        if kind == "execute_input" or (kind == "status" and not whole and content == {"execution_state": "busy"}):
            return None  # it goes without saying: each request waits for the end of the one before
        if kind in BOUNDED:
            content, parent = (msg_or_type["content"], msg_or_type["parent_header"]) if whole else (content, parent)
            allowed = self._allow(kind, content, parent)
            if allowed is None:
                return None
            if allowed is not content:
                return super().send(stream, "stream", allowed, parent)
        return super().send(stream, msg_or_type, content, parent, *args, **kwargs)

    def _allow(self, kind: str, content, parent) -> dict | None:
        """The content itself when it fits, else the beginning of a text, once a word about the rest, and then nothing."""
        cell = ((parent or {}).get("header") or parent or {}).get("msg_id")
        if cell != self._cell:
            self._cell, self._sent = cell, 0
        before, size = self._sent, _size(content)
        self._sent += size
        if self._sent <= self._limit or (kind in ("execute_result", "error") and size <= SMALL):
            return content
        if before > self._limit:
            return None
        text = content["text"][: self._limit - before] if kind == "stream" else ""
        return {"name": content.get("name", "stdout") if text else "stdout", "text": text + CUT_OFF}


def _size(value) -> int:
    """About how many characters a message's content has, without making one long text of it."""
    if isinstance(value, dict):
        return sum(map(_size, value.values()))
    if isinstance(value, (list, tuple)):
        return sum(map(_size, value))
    return len(value) if isinstance(value, (str, bytes)) else 8
