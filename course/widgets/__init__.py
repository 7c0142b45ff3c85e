"""The course's interactive pictures: ``from course import widgets`` in a notebook.

Importing this stays light: neither torch nor matplotlib is loaded before a widget needs it.
"""

from course.widgets.activations import ActivationExplorer, activation_explorer
from course.widgets.collapse import CollapseExplorer, collapse_explorer
from course.widgets.depth import DepthExplorer, depth_explorer
from course.widgets.graph import GraphExplorer, graph_explorer
from course.widgets.linear_map import LinearMapExplorer, linear_map_explorer
from course.widgets.perceptron import PerceptronExplorer, perceptron_explorer
from course.widgets.race import Race, race

__all__ = [
    "ActivationExplorer",
    "CollapseExplorer",
    "DepthExplorer",
    "GraphExplorer",
    "LinearMapExplorer",
    "PerceptronExplorer",
    "Race",
    "activation_explorer",
    "collapse_explorer",
    "depth_explorer",
    "graph_explorer",
    "linear_map_explorer",
    "perceptron_explorer",
    "race",
]
