"""What every widget of the course shares on the Python side."""

import threading
import weakref

import anywidget
import traitlets
from IPython import get_ipython

from course.progress.listen import grading
from course.widgets.learner import Probe, fingerprint, sample

_NOT_DEFINED = object()


class CourseWidget(anywidget.AnyWidget):
    """An anywidget that can also show what the learner's own functions do.

    A subclass names its module and styles (``_esm = script("activations")``,
    ``_css = styles("activations")``) and hands ``probes``, a dict from a key of its own to a Probe.
    The trait ``learner`` then holds, under the same keys, what ``course.widgets.learner.sample``
    returned; it follows the notebook: after each cell, the functions that changed are run again.
    """

    learner = traitlets.Dict(help="key -> {name, state, values, sentence}").tag(sync=True)
    _shell = None  # a widget that failed to be made is closed all the same

    def __init__(self, probes: dict[str, Probe] | None = None, namespace: dict | None = None, **traits):
        """``namespace`` is where the learner's names are; by default the notebook's own."""
        self._probes = dict(probes or {})
        self._namespace = namespace
        self._shell = get_ipython()  # kept: when the interpreter shuts down it cannot be asked any more
        self._seen = {}
        self._looking = threading.RLock()  # ipykernel 7 may handle a message while a cell runs
        self._views = None  # None until a browser has shown it: nbconvert never does
        super().__init__(**traits)
        self.on_msg(self._from_browser)
        self.look_again()
        if self._probes:
            watch(self)

    def open(self) -> None:
        """Tell the page of the widget, where there is one: while work is graded nobody looks."""
        if not grading():
            super().open()

    def _repr_mimebundle_(self, **kwargs):
        return {"text/plain": "Widgets are not shown while work is graded."} if self.comm is None else super()._repr_mimebundle_(**kwargs)

    def look_again(self) -> None:
        """Run those of the learner's functions that changed since the last look, unless work is graded."""
        if grading():
            return
        with self._looking:
            self._look()

    def _look(self) -> None:
        namespace = self._where()
        changed = {}
        for key, probe in self._probes.items():
            defined = probe.name in namespace
            now = fingerprint(namespace[probe.name], namespace) if defined else _NOT_DEFINED
            if key not in self._seen or self._seen[key] != now:
                self._seen[key] = now
                changed[key] = sample(probe, namespace)
        if changed:
            self.learner = {**self.learner, **changed}  # a new dict: changes in place do not travel

    def set_state(self, sync_data) -> None:
        """All answers to one movement travel in one message, so that the page draws them once."""
        with self.hold_sync():
            super().set_state(sync_data)

    def shown(self) -> None:
        """Called when a browser shows the widget; a subclass may send what only a live kernel can say."""

    def close(self) -> None:
        unwatch(self)
        super().close()

    def _where(self) -> dict:
        if self._namespace is not None:
            return self._namespace
        return {} if self._shell is None else self._shell.user_ns

    def _from_browser(self, _, content, buffers) -> None:
        """The page says when it shows the widget and when a view of it goes away.

        A cell that is run again makes a new widget and leaves the old one without a view; that one
        stops running the learner's code.
        """
        kind = content.get("kind") if isinstance(content, dict) else None
        if kind == "shown":
            asleep = self._views == 0
            self._views = (self._views or 0) + 1
            if asleep:
                watch(self)
                self.look_again()
            self.shown()
            self.send({"kind": "kernel"})
        elif kind == "gone" and self._views:
            self._views -= 1
            if not self._views:
                unwatch(self)


_watching: "weakref.WeakSet[CourseWidget]" = weakref.WeakSet()


def watch(widget: CourseWidget) -> None:
    """Look at the learner's functions after each cell, for as long as the widget is there and nobody grades."""
    if grading():
        return
    _watching.add(widget)
    if widget._shell is not None:
        widget._shell.events.register("post_run_cell", _after_cell)  # registering again changes nothing


def unwatch(widget: CourseWidget) -> None:
    _watching.discard(widget)
    if not _watching and widget._shell is not None:
        events = widget._shell.events
        if _after_cell in events.callbacks["post_run_cell"]:
            events.unregister("post_run_cell", _after_cell)


def _after_cell(result) -> None:
    for widget in list(_watching):
        widget.look_again()
