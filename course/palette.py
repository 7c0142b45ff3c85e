"""The course's colours: one per quantity, the same in every figure and every widget.

The eight are Okabe and Ito's set (2008), which people with any common form of colour blindness tell
apart. Colour never stands alone: the learner's own curve is also dashed, and what a picture shows is
also said in words. As lines on white, orange, sky blue and yellow are too faint (less than 3:1);
here they only fill areas and markers that have an edge.
"""

BLACK = "#000000"
ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
YELLOW = "#F0E442"
BLUE = "#0072B2"
VERMILLION = "#D55E00"
PURPLE = "#CC79A7"

VALUE = BLUE  # what a function or neuron gives: a, a prediction, the reference curve
DERIVATIVE = VERMILLION  # derivatives and gradients: everything that flows backwards
LEARNER = PURPLE  # the learner's own function, always dashed (LEARNER_DASHES)
INPUT = GREEN  # what goes in: x, z, data
LOSS = BLACK  # cost and error
CLASS_0 = SKY  # examples of class 0; the side where z < 0; negative weights
CLASS_1 = ORANGE  # examples of class 1; the side where z >= 0; positive weights
ZONE = YELLOW  # a shaded region: saturation, overflow, "here be care"

LEARNER_DASHES = (6, 4)  # lengths of dash and gap, in points or pixels

ROLES = {
    "value": VALUE,
    "derivative": DERIVATIVE,
    "learner": LEARNER,
    "input": INPUT,
    "loss": LOSS,
    "class-0": CLASS_0,
    "class-1": CLASS_1,
    "zone": ZONE,
}
