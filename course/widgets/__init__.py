"""The course's interactive pictures: ``from course import widgets`` in a notebook.

Importing this stays light: neither torch nor matplotlib is loaded before a widget needs it.
"""

from course.widgets.activations import ActivationExplorer, activation_explorer
from course.widgets.collapse import CollapseExplorer, collapse_explorer
from course.widgets.depth import DepthExplorer, depth_explorer
from course.widgets.gradient_descent import GradientDescentExplorer, gradient_descent_explorer
from course.widgets.graph import GraphExplorer, graph_explorer
from course.widgets.hidden_units import HiddenUnitsExplorer, hidden_units_explorer
from course.widgets.linear_map import LinearMapExplorer, linear_map_explorer
from course.widgets.perceptron import PerceptronExplorer, perceptron_explorer
from course.widgets.race import Race, race
from course.widgets.scale import ScaleExplorer, scale_explorer

__all__ = [
    "ActivationExplorer",
    "CollapseExplorer",
    "DepthExplorer",
    "GradientDescentExplorer",
    "GraphExplorer",
    "HiddenUnitsExplorer",
    "LinearMapExplorer",
    "PerceptronExplorer",
    "Race",
    "ScaleExplorer",
    "activation_explorer",
    "collapse_explorer",
    "depth_explorer",
    "gradient_descent_explorer",
    "graph_explorer",
    "hidden_units_explorer",
    "linear_map_explorer",
    "perceptron_explorer",
    "race",
    "scale_explorer",
]
