"""One cell's execution is heard to its end, whatever a learner's code sends under the kernel's name."""

from types import SimpleNamespace

import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_code_cell, new_notebook

from course.grading.execute import ExecuteNotebook
from course.grading.kernels.manager import CourseClient

OK = {"status": "ok", "execution_count": 3}


def said(kind, content, of="asked"):
    parent = of if isinstance(of, list) else {"msg_id": of}
    return {"msg_type": kind, "header": {"msg_type": kind}, "parent_header": parent, "content": content}


def stream(text, of="asked"):
    return said("stream", {"name": "stdout", "text": text}, of)


IDLE = said("status", {"execution_state": "idle"})
REPLY = said("execute_reply", OK)


class Scripted(CourseClient):
    """Hears what it is given; after that nothing, or the last message again and again."""

    def __init__(self, messages, again):
        super().__init__()
        self.messages, self.again = list(messages), again

    def execute(self, code, **how):
        return "asked"

    def hear(self, seconds):
        if self.again and len(self.messages) == 1:
            return self.messages[0]
        return self.messages.pop(0) if self.messages else None


def executed(messages, alive=True, again=False, interrupted=(), **traits):
    """The cell after these messages, and those that an interrupt brings."""
    step = ExecuteNotebook(iopub_timeout=1, **traits)
    cell = new_code_cell("1")
    step.nb, step.timeout_func, step._kept, step.hidden_begun = new_notebook(cells=[cell]), None, {}, False
    step.reset_execution_trackers()
    step.kc = Scripted(messages, again)

    async def interrupt_kernel():
        step.kc.messages += interrupted

    step.km = SimpleNamespace(alive=alive, interrupt_kernel=interrupt_kernel)
    step.execute_cell(cell, 0)
    return cell


@pytest.mark.parametrize("messages", [[stream("a"), IDLE, REPLY], [stream("a"), REPLY, IDLE], [REPLY, stream("a"), IDLE]], ids=["as ever", "reply first", "late"])
def test_a_cell_ends_when_both_its_reply_and_its_last_output_came(messages):
    cell = executed(messages)
    assert [output.text for output in cell.outputs] == ["a"] and cell.execution_count == 3


def test_what_belongs_to_another_cell_is_passed_over():
    cell = executed([stream("before", of="earlier"), said("execute_reply", OK, of="earlier"), stream("a"), stream("x", of=["a list"]), IDLE, REPLY])
    assert [output.text for output in cell.outputs] == ["a"]


@pytest.mark.parametrize("content", [None, [], {}, {"status": "error"}, {"status": "error", "ename": "E", "evalue": ""}], ids=str)
def test_a_reply_that_is_none_does_not_end_the_cell(content):
    cell = executed([said("execute_reply", content), stream("a"), IDLE, REPLY])
    assert [output.text for output in cell.outputs] == ["a"] and cell.execution_count == 3


def test_an_error_in_the_reply_is_the_cells_error():
    cell = executed([IDLE, said("execute_reply", {"status": "error", "ename": "E", "evalue": "v", "traceback": ["t"]})])
    assert [(output.output_type, output.ename) for output in cell.outputs] == [("error", "E")]


def test_a_kernel_that_ended_is_noticed_after_its_last_words():
    cell = executed([None, stream("a"), IDLE, REPLY], alive=False)
    assert [output.text for output in cell.outputs] == ["a"]
    with pytest.raises(DeadKernelError):
        executed([stream("a")], alive=False)


def test_a_cell_that_says_nothing_is_interrupted_in_time():
    cell = executed([], interrupted=[stream("stopped"), IDLE], timeout=1)
    assert [output.get("text") or output.ename for output in cell.outputs] == ["stopped", "CellTimeoutError"]


def test_a_flood_does_not_hold_off_the_end_of_the_time():
    with pytest.raises(CellTimeoutError):
        executed([stream("a")], again=True, timeout=1)
