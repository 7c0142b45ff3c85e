"""The activation explorer: a point moved along an activation function, and its derivative."""

import anywidget
import traitlets


class ActivationExplorer(anywidget.AnyWidget):
    """z = w x + b through an activation: its value, tangent and derivative."""

    activation = traitlets.Enum(["step", "linear", "sigmoid", "tanh", "relu"], "sigmoid").tag(sync=True)
    x = traitlets.Float(0.5).tag(sync=True)
    w = traitlets.Float(1.0).tag(sync=True)
    b = traitlets.Float(0.0).tag(sync=True)
    _esm = "export default { render({ el }) { el.textContent = 'The activation explorer is being built.'; } };"


def activation_explorer(
    activation: str = "sigmoid",
    *,
    functions: dict[str, str] | None = None,
    derivatives: dict[str, str] | None = None,
    x: float = 0.5,
    w: float = 1.0,
    b: float = 0.0,
) -> ActivationExplorer:
    """The activation explorer, to stand as the last line of a notebook cell.

    ``activation`` is shown first: "step", "linear", "sigmoid", "tanh" or "relu". ``functions`` says
    under which *name* the learner writes each of them, and ``derivatives`` the same for the
    derivatives (``{"sigmoid": "sigmoid_grad"}``). A name that is not defined yet is no error: its
    curve appears, dashed, as soon as the cell that defines it has run. A name that ends in
    ``_torch`` is given a tensor. Left out, the names are those of the course: ``step``, ``linear``,
    ``sigmoid``, ``tanh``, ``relu``, and ``sigmoid_grad``, ``tanh_grad``, ``relu_grad``.
    """
    return ActivationExplorer(activation=activation, x=x, w=w, b=b)
