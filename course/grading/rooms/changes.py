"""What a call did to its arguments in the other room, done to the arguments here."""

import numpy as np
import torch

from course.rooms.limits import Refused


def write_back(before, after) -> None:
    """Bring ``after``, the arguments' states as ``operations.states`` tells them, into the arguments ``before``.

    Raises Refused for a state that the argument cannot have come to.
    """
    args, kwargs = before
    if type(after) is not list or len(after) != 2 or type(after[0]) is not list or len(after[0]) != len(args) or type(after[1]) is not dict:
        raise Refused("arguments that do not fit the call")
    for old, new in [*zip(args, after[0]), *((kwargs[key], after[1].get(key)) for key in kwargs)]:
        if _now(old, new) is not old and isinstance(old, (torch.Tensor, np.ndarray, list, dict, set)):
            raise Refused("an argument that became something else")


def _now(old, new):
    """What stands in the place of ``old`` after the call: ``old`` itself, changed, wherever that can be."""
    if isinstance(old, torch.Tensor):
        return old if _tensor(old, new) else _plain(new)
    if isinstance(old, np.ndarray):
        return old if _array(old, new) else _plain(new)
    if isinstance(old, list) and type(new) is list:
        old[:] = [_now(*pair) for pair in zip(old, new)] + [_plain(item) for item in new[len(old) :]]
        return old
    if isinstance(old, tuple) and type(new) is list and len(old) == len(new):
        for pair in zip(old, new):
            _now(*pair)  # a tuple stays, what it holds may change
        return old
    if isinstance(old, dict) and type(new) is dict:
        now = {key: _now(old[key], item) if key in old else _plain(item) for key, item in new.items()}
        old.clear()
        old.update(now)
        return old
    if isinstance(old, set) and type(new) is set:
        old.clear()
        old.update(new)
        return old
    return _plain(new)


def _plain(new):
    """A value as it is, from its state."""
    if _is_state(new):
        return new[0]
    if type(new) is list:
        return [_plain(item) for item in new]
    return {key: _plain(item) for key, item in new.items()} if type(new) is dict else new


def _is_state(new) -> bool:
    """Whether this is the state of a tensor: its numbers, whether it requires a gradient, and which it holds."""
    return type(new) is tuple and len(new) == 3 and type(new[0]) is torch.Tensor


def _array(old: np.ndarray, new) -> bool:
    if type(new) is not np.ndarray or new.dtype != old.dtype or new.size != old.size:
        return False
    if old.flags.writeable:
        if new.shape != old.shape:
            old.shape = new.shape
        old[...] = new
    return True


def _tensor(old: torch.Tensor, new) -> bool:
    if not _is_state(new) or new[0].dtype != old.dtype:
        return False
    data, watched, grad = new
    if grad is not None and (type(grad) is not torch.Tensor or grad.shape != data.shape or grad.dtype != data.dtype):
        raise Refused("a gradient that does not fit its tensor")
    with torch.no_grad():
        if data.shape != old.shape:
            old.data = data
        elif not bool(((data == old) | ((data != data) & (old != old))).all()):  # writing what is there already would end a graph
            old.detach().copy_(data)
    if old.is_leaf:
        if old.requires_grad != bool(watched) and (old.is_floating_point() or old.is_complex()):
            old.requires_grad_(bool(watched))
        old.grad = grad
    return True
