"""A letter F as a closed line inside the unit square: a shape that shows a mirror, a turn and a lean."""

import numpy as np

LETTER = np.array(
    [[0.2, 0.1], [0.2, 0.9], [0.75, 0.9], [0.75, 0.72], [0.4, 0.72], [0.4, 0.58], [0.62, 0.58], [0.62, 0.4], [0.4, 0.4], [0.4, 0.1], [0.2, 0.1]]
)
