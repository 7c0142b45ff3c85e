"""Faults that a machine can make: each function takes a node of the syntax tree and yields (kind, replacement).

The kinds follow the classical mutation operators (DeMillo, Lipton and Sayward 1978; King and Offutt 1991),
with those of array code beside them: axes, kept dimensions, dtypes, copies, broadcasting positions.
"""

from collections.abc import Iterator

import libcst as cst
import libcst.matchers as m

Faults = Iterator[tuple[str, cst.CSTNode]]

BINARY = {
    cst.Add: (cst.Subtract,), cst.Subtract: (cst.Add,), cst.Multiply: (cst.Divide, cst.Add), cst.Divide: (cst.Multiply,),
    cst.FloorDivide: (cst.Divide,), cst.Modulo: (cst.FloorDivide,), cst.Power: (cst.Multiply,),
    cst.MatrixMultiply: (cst.Multiply,), cst.BitAnd: (cst.BitOr,), cst.BitOr: (cst.BitAnd,),
}  # fmt: skip
AUGMENTED = {
    cst.AddAssign: cst.SubtractAssign, cst.SubtractAssign: cst.AddAssign, cst.MultiplyAssign: cst.DivideAssign,
    cst.DivideAssign: cst.MultiplyAssign,
}  # fmt: skip
COMPARED = {
    cst.LessThan: (cst.LessThanEqual, cst.GreaterThan), cst.LessThanEqual: (cst.LessThan, cst.GreaterThan),
    cst.GreaterThan: (cst.GreaterThanEqual, cst.LessThan), cst.GreaterThanEqual: (cst.GreaterThan, cst.LessThan),
    cst.Equal: (cst.NotEqual,), cst.NotEqual: (cst.Equal,), cst.Is: (cst.IsNot,), cst.IsNot: (cst.Is,),
    cst.In: (cst.NotIn,), cst.NotIn: (cst.In,),
}  # fmt: skip
SISTERS = (
    ("maximum", "minimum"), ("max", "min"), ("argmax", "argmin"), ("amax", "amin"), ("sum", "mean"), ("sum", "prod"),
    ("zeros", "ones"), ("zeros_like", "ones_like"), ("all", "any"), ("floor", "ceil"), ("exp", "expm1"), ("log", "log1p"),
    ("float32", "float64"), ("triu", "tril"), ("hstack", "vstack"), ("sigmoid", "tanh"), ("sin", "cos"), ("outer", "inner"),
    ("Sigmoid", "Tanh"), ("ValueError", "TypeError"), ("log", "log2"), ("append", "insert"), ("median", "mean"),
    ("normal", "random"), ("randn", "rand"), ("std", "var"), ("row_stack", "column_stack"), ("eye", "ones_like"),
    ("upper", "lower"), ("logical_and", "logical_or"), ("bmm", "mul"), ("repeat", "tile"), ("BCEWithLogitsLoss", "BCELoss"),
)  # fmt: skip
# Methods and functions that hand on their one argument with another form: without them the argument itself.
FORMS = {
    "copy", "clone", "detach", "contiguous", "astype", "to", "double", "float", "long", "int", "numpy", "item", "tolist",
    "squeeze", "unsqueeze", "reshape", "ravel", "flatten", "view", "requires_grad_", "transpose", "swapaxes", "t", "sort",
    "array", "asarray", "asanyarray", "as_tensor", "from_numpy", "tensor", "float64", "float32", "bool", "list", "tuple",
    "sorted", "reversed", "abs", "sqrt", "ascontiguousarray", "deepcopy", "atleast_1d", "atleast_2d", "square",
}  # fmt: skip
SYMMETRIC = {
    "maximum", "minimum", "max", "min", "add", "multiply", "allclose", "isclose", "array_equal", "equal", "logical_and",
    "logical_or", "zip", "logaddexp", "hypot", "gcd", "union1d", "broadcast_shapes",
}  # fmt: skip
AXES = ("axis", "dim", "axes", "dims")


def faults(node: cst.CSTNode) -> Faults:
    """Every replacement of this one node, with the kind of the fault."""
    for kind, operator in OPERATORS:
        if isinstance(node, kind):
            yield from operator(node)


def _binary(node: cst.BinaryOperation) -> Faults:
    for other in BINARY.get(type(node.operator), ()):
        yield "operator", node.with_changes(operator=other())


def _logic(node: cst.BooleanOperation) -> Faults:
    yield "logic", node.with_changes(operator=cst.Or() if isinstance(node.operator, cst.And) else cst.And())


def _unary(node: cst.UnaryOperation) -> Faults:
    kind = "sign" if isinstance(node.operator, cst.Minus) else "logic"
    yield kind, inside(node.expression, node)


def _compared(node: cst.ComparisonTarget) -> Faults:
    for other in COMPARED.get(type(node.operator), ()):
        yield "comparison", node.with_changes(operator=other())


def _augmented(node: cst.AugAssign) -> Faults:
    if other := AUGMENTED.get(type(node.operator)):
        yield "operator", node.with_changes(operator=other())
    yield "sum lost", cst.Assign([cst.AssignTarget(node.target)], node.value)


def _assign(node: cst.Assign) -> Faults:
    """``x = x + y`` as ``x += y``: who shares x sees the change."""
    names = {cst.Add: cst.AddAssign, cst.Subtract: cst.SubtractAssign, cst.Multiply: cst.MultiplyAssign}
    value = node.value
    if len(node.targets) == 1 and isinstance(value, cst.BinaryOperation) and type(value.operator) in names:
        target = node.targets[0].target
        if target.deep_equals(value.left):
            yield "missing copy", cst.AugAssign(target, names[type(value.operator)](), value.right)


def _integer(node: cst.Integer) -> Faults:
    number = node.evaluated_value
    for other in (number + 1, number - 1) if number > 0 else (1,):
        yield "constant", node.with_changes(value=str(other))


def _float(node: cst.Float) -> Faults:
    number = node.evaluated_value
    if number == 0:
        others = (1.0,)
    else:
        others = (number * 1e4, 0.0) if number < 1e-3 else (number * 2, number / 2)
    for other in others:
        yield "constant", node.with_changes(value=repr(other))


def _name(node: cst.Name) -> Faults:
    if node.value in ("True", "False"):
        yield "constant", node.with_changes(value="False" if node.value == "True" else "True")


def _attribute(node: cst.Attribute) -> Faults:
    if node.attr.value in ("T", "mT", "H"):
        yield "transpose", inside(node.value, node)
    if _is_library(node.value):
        yield from ((kind, node.with_changes(attr=other)) for kind, other in _sisters(node.attr))


def _call(node: cst.Call) -> Faults:
    name = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
    if not isinstance(name, cst.Name):
        return
    yield from _other_function(node, name)
    yield from _without_form(node, name.value)
    plain = [i for i, arg in enumerate(node.args) if arg.keyword is None and not arg.star]
    for left, right in zip(plain, plain[1:]):
        if name.value not in SYMMETRIC and not node.args[left].value.deep_equals(node.args[right].value):
            args = list(node.args)
            args[left] = node.args[left].with_changes(value=node.args[right].value)
            args[right] = node.args[right].with_changes(value=node.args[left].value)
            yield "swapped arguments", node.with_changes(args=args)
    for i, arg in enumerate(node.args):
        if arg.keyword is not None:
            yield _kind(arg.keyword.value), node.with_changes(args=_without(node.args, i))
        if arg.keyword is not None and arg.keyword.value in AXES and (other := _other_axis(arg.value)):
            yield "axis", node.with_changes(args=[*node.args[:i], arg.with_changes(value=other), *node.args[i + 1 :]])


def _other_function(node, name) -> Faults:
    if isinstance(node.func, cst.Name):
        yield from ((kind, node.with_changes(func=other)) for kind, other in _sisters(name))
    elif not _is_library(node.func.value):  # a method; those of np, torch are attributes and come by themselves
        for kind, other in _sisters(name):
            yield kind, node.with_changes(func=node.func.with_changes(attr=other))


def _without_form(node, name: str) -> Faults:
    if name not in FORMS:
        return
    if isinstance(node.func, cst.Attribute) and not _is_library(node.func.value):
        yield "missing copy or form", inside(node.func.value, node)
    elif node.args and node.args[0].keyword is None and not node.args[0].star:
        yield "missing copy or form", inside(node.args[0].value, node)


def _kind(keyword: str) -> str:
    if keyword in AXES:
        return "axis"
    return keyword if keyword == "dtype" else "keepdims" if keyword.startswith("keepdim") else "option dropped"


def _other_axis(value):
    shown = cst.Module([]).code_for_node(value)
    return {"0": cst.Integer("1"), "1": cst.Integer("0"), "-1": cst.Integer("0")}.get(shown)


def _sisters(name: cst.Name) -> Faults:
    for pair in SISTERS:
        if name.value in pair:
            yield "other function", name.with_changes(value=pair[1 - pair.index(name.value)])


def _subscript(node: cst.Subscript) -> Faults:
    if len(node.slice) >= 2:
        first, second = node.slice[0], node.slice[1]
        if not first.slice.deep_equals(second.slice):
            swapped = [first.with_changes(slice=second.slice), second.with_changes(slice=first.slice), *node.slice[2:]]
            yield "swapped indices", node.with_changes(slice=swapped)
        for i, element in enumerate(node.slice):
            if m.matches(element.slice, m.Index(m.Name("None") | m.Attribute(attr=m.Name("newaxis")))):
                yield "axis", node.with_changes(slice=_without(node.slice, i))


def _elements(node) -> Faults:
    """A list, tuple or dict without one of its elements; the first two exchanged."""
    elements = node.elements
    if len(elements) < 2 or any(isinstance(each, (cst.StarredElement, cst.StarredDictElement)) for each in elements):
        return
    for i in range(len(elements)):
        if not isinstance(node, cst.Tuple):  # a tuple of another length is an error where it is taken apart
            yield "dropped element", node.with_changes(elements=_without(elements, i))
    first, second = elements[:2]
    if not first.value.deep_equals(second.value):
        swapped = [first.with_changes(value=second.value), second.with_changes(value=first.value), *elements[2:]]
        yield "swapped elements", node.with_changes(elements=swapped)


def _conditional(node: cst.IfExp) -> Faults:
    yield "logic", node.with_changes(body=node.orelse, orelse=node.body)


def _comprehension(node: cst.CompFor) -> Faults:
    if node.ifs:
        yield "condition dropped", node.with_changes(ifs=node.ifs[1:])
    yield from _shortened(node)


def _shortened(node) -> Faults:
    """A loop whose first or last turn is left out."""
    for part in ("[1:]", "[:-1]"):
        code = f"list({cst.Module([]).code_for_node(node.iter)}){part}"
        yield "off by one", node.with_changes(iter=cst.parse_expression(code))


def _if(node: cst.If) -> Faults:
    yield "logic", node.with_changes(test=cst.UnaryOperation(cst.Not(), _guarded(node.test)))
    if node.orelse is not None:
        yield "branch dropped", node.with_changes(orelse=None)


def _with(node: cst.With) -> Faults:
    if isinstance(node.body, cst.IndentedBlock) and all(item.asname is None for item in node.items):
        yield "context dropped", cst.If(cst.Name("True"), node.body)


def _leave(node) -> Faults:
    yield "loop left", cst.Continue() if isinstance(node, cst.Break) else cst.Break()


def inside(part: cst.BaseExpression, whole: cst.BaseExpression) -> cst.BaseExpression:
    """``part`` to stand where ``whole`` stood, in parentheses where it needs them."""
    atoms = (cst.Name, cst.Attribute, cst.Call, cst.Subscript, cst.Integer, cst.Float, cst.List, cst.ListComp, cst.Dict)
    return part if isinstance(part, atoms) else _guarded(part)


def _guarded(part):
    return part if part.lpar else part.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def _without(items, i: int) -> list:
    left = [*items[:i], *items[i + 1 :]]
    if left and i == len(items) - 1:
        left[-1] = left[-1].with_changes(comma=items[i].comma)
    return left


def _is_library(node) -> bool:
    """Whether this is ``np``, ``torch``, ``math``, ``torch.nn.functional`` and their like, not an object."""
    while isinstance(node, cst.Attribute):
        node = node.value
    return isinstance(node, cst.Name) and node.value in ("np", "torch", "math", "random", "F", "nn")


OPERATORS = (
    (cst.BinaryOperation, _binary), (cst.BooleanOperation, _logic), (cst.UnaryOperation, _unary),
    (cst.ComparisonTarget, _compared), (cst.AugAssign, _augmented), (cst.Assign, _assign), (cst.Integer, _integer),
    (cst.Float, _float), (cst.Name, _name), (cst.Attribute, _attribute), (cst.Call, _call), (cst.Subscript, _subscript),
    ((cst.List, cst.Tuple, cst.Dict, cst.Set), _elements), (cst.IfExp, _conditional), (cst.CompFor, _comprehension),
    (cst.For, _shortened), (cst.If, _if), (cst.With, _with), ((cst.Break, cst.Continue), _leave),
)  # fmt: skip
