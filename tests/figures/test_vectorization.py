"""Every figure of the vectorization unit is drawn with reference functions; an unwritten one is no crash."""

import numpy as np
import pytest
import torch

from course import timing
from course.figures import vectorization as figures
from course.figures import vectorization_cards as cards
from course.figures import vectorization_times as measured
from course.figures.picture import Pending, Picture


def unwritten(*args, **kwargs):
    raise NotImplementedError


def cycles(n, lanes):
    return -(-n // lanes)


def size(shape, dtype):
    return int(np.prod(shape, dtype=object)) * np.dtype(dtype).itemsize


def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def norm(X, Y):
    return np.linalg.norm(X[:, None] - Y, axis=2)


def forward(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))


def gradients(X, y, w, b):
    return X.T @ (X @ w + b - y), 0.0


FAST = {"budget": 1e-3}
DRAWN = {
    "lanes": lambda: figures.lanes(13, 4),
    "cycles": lambda: figures.cycles(cycles),
    "square_trap": lambda: figures.square_trap(),
    "blow_up": lambda: figures.blow_up(size),
    "softmax": lambda: figures.softmax(softmax),
    "race": lambda: figures.race({"loop": np.dot, "numpy": np.dot, "torch": torch.dot}, sizes=(10, 100), **FAST),
    "model": lambda: figures.model_against_clock(cycles, **FAST),
    "walls": lambda: figures.memory_walls(range(8, 11), **FAST),
    "threads": lambda: figures.threads((8, 16), **FAST),
    "distances": lambda: figures.distances({"a": norm, "torch": torch.cdist}, n=5, d=2, **FAST),
    "passes": lambda: figures.passes({"a": gradients, "b torch": gradients}, sizes=(10, 20), **FAST),
    "summary": lambda: figures.summary(
        {"dot": (np.dot, np.dot), "distances": (norm, norm), "forward": (forward, forward), "gradients": (gradients, gradients)}, **FAST
    ),
}


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_it_is_drawn(draw):
    drawn = draw()
    assert isinstance(drawn, Picture), repr(drawn)
    assert len(drawn.alt) > 60 and drawn.svg.startswith("<?xml")


@pytest.mark.parametrize(
    "draw",
    [
        lambda: figures.cycles(unwritten),
        lambda: figures.blow_up(unwritten),
        lambda: figures.softmax(unwritten),
        lambda: figures.race({"loop": unwritten, "numpy": np.dot}),
        lambda: figures.model_against_clock(unwritten),
        lambda: figures.distances({"a": unwritten}),
        lambda: figures.passes({"a": unwritten}),
        lambda: figures.summary({"dot": (np.dot, unwritten)}),
        lambda: figures.winners(unwritten, {}),
    ],
)
def test_an_unwritten_function_leaves_a_sentence(draw):
    assert isinstance(draw(), Pending)


def test_threads_are_given_back():
    before = torch.get_num_threads()
    figures.threads((8,), **FAST)
    figures.race({"loop": np.dot}, sizes=(10,), **FAST)
    assert torch.get_num_threads() == before


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a graphics card here: it is measured instead")
def test_without_a_card_the_recorded_figures_are_shown_with_their_device():
    record = timing.recorded("gpu")
    drawn = figures.gpu()
    assert isinstance(drawn, Picture)
    assert all(record[fact] and record[fact] in drawn.alt for fact in ("device", "date", "command"))
    assert record["card"] or "not measured" in drawn.alt


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a graphics card here: it is measured instead")
def test_figures_of_a_card_stand_without_a_model():
    rows = [{"n": n, "cpu": n * 1e-6, "gpu": 1e-5, "gpu with transfer": n * 1e-7} for n in (64, 128)]
    drawn = figures.gpu({"device": "a card", "card": True, "date": "2000-01-01", "command": "a command", "rows": rows})
    assert isinstance(drawn, Picture) and "a card" in drawn.alt and "2000-01-01" in drawn.alt and "data sheet" not in drawn.alt


def test_the_model_of_a_card_is_bound_by_memory_first_and_by_arithmetic_later():
    # 3 * 4 * 64**2 bytes at 320 GB/s; 2 * 2048**3 operations at 8.1e12 a second.
    assert cards.bounds(64)[0] == pytest.approx(0.1536e-6)
    assert cards.bounds(2048)[0] == pytest.approx(2.1210e-3, rel=1e-4)
    alone, travelled = cards.bounds(1024)
    assert travelled - alone == pytest.approx(8 * 1024**2 / 16e9)


@pytest.mark.parametrize("seconds, text", [(2.0, "2 s"), (0.3, "0.3 s"), (0.0456, "46 ms"), (2e-6, "2 µs"), (4.5e-7, "450 ns"), (0.15, "0.15 s")])
def test_seconds_are_said_as_people_say_them(seconds, text):
    assert measured.said(seconds) in (text, text.replace("0.3 s", "300 ms").replace("0.15 s", "150 ms"))
