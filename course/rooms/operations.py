"""What can be done with an object that stays in its room: a closed table, and under which conditions."""

import builtins
import inspect
import operator
import types
import warnings

import numpy as np

FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, np.ufunc, types.MethodWrapperType)
SLOTS = (
    "abs add and_ contains delitem eq floordiv ge getitem gt index invert le lshift lt matmul mod mul ne neg or_ pos "
    "pow rshift setitem sub truediv xor iadd isub imul itruediv"
).split()


def reflected(function):
    """The operator with its two operands exchanged."""
    return lambda a, b: function(b, a)


TABLE = {name: getattr(operator, name) for name in SLOTS}
TABLE |= {f"r{name.rstrip('_')}": reflected(TABLE[name]) for name in SLOTS if name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and_", "or_", "xor")}
TABLE |= {
    "call": lambda function, *args, **kwargs: function(*args, **kwargs),
    "getattr": getattr, "setattr": setattr, "hasattr": hasattr, "len": len, "iter": iter, "next": next, "float": float,
    "int": int, "complex": complex, "round": round, "repr": repr, "str": str, "isinstance": isinstance, "dir": dir,
    "enter": lambda manager: manager.__enter__(), "exit": lambda manager: manager.__exit__(None, None, None),
}  # fmt: skip


def kind_of(value) -> str:
    """module, class, function, method, callable, iterator or instance."""
    if isinstance(value, types.ModuleType):
        return "module"
    if isinstance(value, type):
        return "class"
    if isinstance(value, FUNCTIONS):
        owner = getattr(value, "__self__", None)
        if owner is not None and not isinstance(owner, (types.ModuleType, type)):
            return "method"
        return "function"
    if inspect.isgenerator(value) or (hasattr(type(value), "__next__") and hasattr(type(value), "__iter__")):
        return "iterator"
    return "callable" if callable(value) else "instance"


def tensors(value, torch) -> list:
    """Every tensor in plain containers, each once, in their order."""
    found: dict[int, object] = {}

    def look(part, depth):
        if torch is not None and isinstance(part, torch.Tensor):
            found.setdefault(id(part), part)
        elif isinstance(part, (list, tuple, set, frozenset)) and depth < 60:
            for item in part:
                look(item, depth + 1)
        elif isinstance(part, dict) and depth < 60:
            for item in part.values():
                look(item, depth + 1)

    look(value, 0)
    return list(found.values())


def states(value, torch):
    """Arguments as they are now: in place of each tensor its numbers, whether it requires a gradient, and which it holds."""
    if torch is not None and isinstance(value, torch.Tensor):
        grad = value.grad if value.is_leaf else None
        return (value.detach(), bool(value.requires_grad), None if grad is None else grad.detach())
    if type(value) in (list, tuple):
        return [states(item, torch) for item in value]
    if type(value) is dict:
        return {key: states(item, torch) for key, item in value.items()}
    return value


def conditions(torch) -> dict:
    """How calls are made here just now, where that differs from how Python starts: NumPy's answers to overflow, warnings
    as errors, torch's recording and default dtype."""
    how: dict = {}
    state = np.geterr()
    if state != {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}:
        how["errors"] = {key: value if value in ("ignore", "warn", "raise", "print") else "warn" for key, value in state.items()}
    first = warnings.filters[0] if warnings.filters else None
    if first and first[0] in ("error", "ignore", "always") and first[1] is None and first[3] is None:
        if getattr(builtins, first[2].__name__, None) is first[2]:  # not what IPython asks for its own kinds
            how["warnings"], how["category"] = first[0], first[2].__name__
    if torch is not None:
        if not torch.is_grad_enabled():
            how["recording"] = False
        if torch.get_default_dtype() != torch.float32:
            how["dtype"] = torch.get_default_dtype()
    return how


def enter(stack, how: dict, torch) -> None:
    """Make the other side's conditions hold until ``stack`` is left."""
    if "errors" in how:
        stack.enter_context(np.errstate(**how["errors"]))
    if "warnings" in how:
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter(how["warnings"], getattr(builtins, how["category"], Warning))
    if torch is not None and how.get("recording") is False:
        stack.enter_context(torch.no_grad())
    if torch is not None and "dtype" in how:
        before = torch.get_default_dtype()
        torch.set_default_dtype(how["dtype"])
        stack.callback(torch.set_default_dtype, before)


def generator(rest, torch):
    """A generator of random numbers in the state that came over the wire."""
    library, state = rest
    if library == "numpy":
        made = np.random.Generator(np.random.PCG64())
        made.bit_generator.state = state
        return made
    made = torch.Generator()
    made.set_state(torch.tensor(list(bytes.fromhex(state)), dtype=torch.uint8))
    return made
