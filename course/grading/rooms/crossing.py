"""Gradients through a call into the learner's room: a node of this room's graph whose slopes are computed there."""

import torch

from course.rooms.limits import Refused


class Crossing(torch.autograd.Function):
    """Forward: results that are here already. Backward: the other room's slopes for the tensors that went in."""

    @staticmethod
    def forward(ctx, back, results, *inputs):
        ctx.back, ctx.inputs = back, [(one.shape, one.dtype) for one in inputs]
        return tuple(results)

    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx, *slopes):
        found = ctx.back([None if slope is None else slope.contiguous() for slope in slopes])
        if type(found) is not list or len(found) not in (len(ctx.inputs), 0):
            raise Refused("slopes that do not fit the call")
        for slope, (shape, dtype) in zip(found, ctx.inputs):
            if slope is not None and (type(slope) is not torch.Tensor or slope.shape != shape or slope.dtype != dtype):
                raise Refused("a slope that does not fit its tensor")
        return None, None, *(found or [None] * len(ctx.inputs))


def connect(back, results: list, inputs: list) -> dict:
    """The tensors to put in the place of ``results`` (by id), through which gradients reach ``inputs``.

    Where none of the inputs wants a gradient, the results hang on parameters of the learner's own.
    """
    start = inputs or [torch.zeros((), requires_grad=True)]
    with torch.enable_grad():
        ends = Crossing.apply(back if inputs else lambda slopes: back(slopes) and [], results, *start)
    return {id(result): end for result, end in zip(results, ends)}


def replaced(value, by_id: dict):
    """The same plain value with some of its tensors exchanged."""
    if id(value) in by_id:
        return by_id[id(value)]
    kind = type(value)
    if kind is list or kind is tuple:
        return kind(replaced(item, by_id) for item in value)
    if isinstance(value, tuple):
        return kind(*(replaced(item, by_id) for item in value))
    if kind is dict:
        return {key: replaced(item, by_id) for key, item in value.items()}
    return value
