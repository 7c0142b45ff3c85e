"""No attack on the verdict gets a point; stock nbgrader falls for some, which shows that they are attacks."""

import pytest

from tests.attacks.corpus import ATTACKS
from tests.attacks.run import in_stock, in_two_rooms

RIGHT = "def double(x):\n    return 2 * np.asarray(x)"


@pytest.mark.parametrize("name", ATTACKS)
def test_no_points(name):
    assert in_two_rooms(ATTACKS[name].code)[0] == 0


@pytest.mark.parametrize("name", [name for name, attack in ATTACKS.items() if attack.stock is not None])
def test_what_stock_gives(name):
    assert in_stock(ATTACKS[name].code) == ATTACKS[name].stock


def test_the_right_solution_gets_everything():
    assert in_two_rooms(RIGHT)[0] == 3 == in_stock(RIGHT)
