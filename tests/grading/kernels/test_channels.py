"""What a kernel says arrives whole and in order, though it is sent from where it is made."""

import os
import signal
import threading
import time

import pytest

from course.grading.kernels.channels import Uninterrupted
from tests.grading.kernels.started import kernel, wait_for


@pytest.fixture(scope="module")
def talking():
    with kernel(output=1000) as started:
        yield started


def test_what_is_printed_and_displayed_comes_in_its_order(talking):
    assert talking.ask("for i in range(3):\n    print('printed', i)\n    display(i)\nprint('end', end='')\n7") == "printed 0\n0printed 1\n1printed 2\n2end7"
    assert [talking.ask(f"print({i})") for i in range(60)] == [f"{i}\n" for i in range(60)]
    assert talking.ask("import sys; sys.stderr.write('aside '); sys.stdout.flush(); sys.stderr.flush(); print('done')") == "aside done\n"


def test_a_cell_may_wait_for_something(talking):
    assert talking.ask("import asyncio; x = await asyncio.sleep(0.01, 5); print(x)") == "5\n"
    assert talking.ask("async with asyncio.timeout(0.01): await asyncio.sleep(9)") == "TimeoutError: "


def test_threads_and_forks_are_heard(talking):
    code = "import threading\nt = threading.Thread(target=lambda: [print(i) for i in range(2000)])\nt.start(); t.join()"
    assert talking.ask(code) == "".join(f"{i}\n" for i in range(2000))
    code = "import os, time\nif (child := os.fork()) == 0:\n    print('below', flush=True); time.sleep(0.3); os._exit(0)\nprint('above', flush=True); print(os.waitpid(child, 0)[1])"
    said = talking.ask(code)  # in whatever order the two processes are heard
    assert "above" in said and "below" in said and "0" in said
    assert talking.ask("import time; print('early'); time.sleep(0.7)") == "early\n"


def test_a_flood_can_be_interrupted_at_any_place_and_the_next_cell_is_heard(talking):
    for i in range(8):
        flood = threading.Timer(0.2 + 0.013 * i, lambda: wait_for(talking.manager.interrupt_kernel()))
        flood.start()
        assert talking.ask("while True: display(1)").endswith("KeyboardInterrupt: ")
        assert talking.ask(f"print({i})\n{i} + 1") == f"{i}\n{i + 1}"


def test_an_interrupt_waits_for_the_end_of_the_block():
    went_on = False
    with pytest.raises(KeyboardInterrupt):
        with Uninterrupted():
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.05)
            went_on = True
    assert went_on and signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_where_interrupts_are_ignored_they_stay_so():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Uninterrupted():
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.05)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


NO_MESSAGES = {
    "nothing of one": "[b'x']",
    "unsigned": "[b'', b'{}', b'{}', b'{}', b'{}']",
    "signed wrongly": "[b'not its sign', b'{}', b'{}', b'{}', b'{}']",
    "without a header": "[session.sign(parts), *parts]",
    "nested too deeply": "[session.sign(parts := [b'{}', b'{}', b'{}', b'[' * 100_000]), *parts]",
}


@pytest.mark.parametrize("parts", NO_MESSAGES.values(), ids=NO_MESSAGES)
def test_what_is_no_message_is_passed_over(talking, parts):
    talking.ask("kernel = get_ipython().kernel; session = kernel.session; parts = [b'{}'] * 4")
    assert talking.ask(f"kernel.iopub_thread.socket.send_multipart([b'x', b'<IDS|MSG>', *{parts}])\n7") == "7"
    assert talking.ask("8") == "8"
