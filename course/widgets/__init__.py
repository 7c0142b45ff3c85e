"""The course's interactive pictures: ``from course import widgets`` in a notebook.

Importing this stays light: neither torch nor matplotlib is loaded before a widget needs it.
"""

from course.widgets.activations import ActivationExplorer, activation_explorer

__all__ = ["ActivationExplorer", "activation_explorer"]
