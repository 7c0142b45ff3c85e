"""The course's interactive pictures: ``from course import widgets`` in a notebook.

Importing this stays light: neither torch nor matplotlib is loaded before a widget needs it.
"""

from course.widgets.activations import ActivationExplorer, activation_explorer
from course.widgets.linear_map import LinearMapExplorer, linear_map_explorer

__all__ = ["ActivationExplorer", "LinearMapExplorer", "activation_explorer", "linear_map_explorer"]
