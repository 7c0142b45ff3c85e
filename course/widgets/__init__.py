"""The course's interactive pictures: ``from course import widgets`` in a notebook.

Importing this stays light: neither torch nor matplotlib is loaded before a widget needs it.
"""

from course.widgets.activations import ActivationExplorer, activation_explorer
from course.widgets.race import Race, race

__all__ = ["ActivationExplorer", "Race", "activation_explorer", "race"]
