"""No attack gets a point, reads a secret, stops the class or costs anybody a score; and the page about them is true."""

import pytest

from course.grading.kernels import cgroups
from course.grading.kernels.limits import Limits
from tests.attacks import ours, table
from tests.attacks.corpus import ATTACKS, THREATS
from tests.grading.jailed import REFUSAL, needs_jail

pytestmark = needs_jail
# One that stock falls for, and one that takes others along.
TRIED_AGAIN = ("asserts_stripped_from_text", "tests_duplicated")


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    return ours.grade(tmp_path_factory.mktemp("attacks") / "course")


def test_every_threat_is_tried():
    assert len(ATTACKS) >= 40 and {attack.threat for attack in ATTACKS} == set(THREATS)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_gained(graded, attack):
    outcome = graded.outcomes[attack.name]
    assert not outcome.double and not outcome.secrets, outcome
    assert outcome.half == (None if attack.refused else attack.half), outcome
    assert attack.says in outcome.said and (outcome.double is None) == attack.refused, outcome


def test_nobody_else_is_harmed(graded):
    assert not graded.harmed and not graded.visited and "Traceback" not in graded.said
    assert graded.status == 1, "some were refused"


def test_the_page_says_what_was_found(graded):
    record = table.stock_record()
    assert set(record) == {attack.name for attack in ATTACKS}, "run: python -m tests.attacks"
    assert table.PAGE.read_text(encoding="utf-8") == table.page(record, graded.outcomes), "run: python -m tests.attacks"


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    from tests.attacks.stock import Stock

    group = None if REFUSAL else cgroups.make("vault-probe", Limits())
    if group is None:
        pytest.skip("attacks on stock nbgrader need a control group, and none can be made here")
    group.remove()
    return Stock(tmp_path_factory.mktemp("stock"))


@pytest.mark.parametrize("name", TRIED_AGAIN)
def test_stock_does_what_the_page_says(stock, name):
    (attack,) = [attack for attack in ATTACKS if attack.name == name]
    outcome, recorded = stock.outcome(attack), table.stock_record()[name]
    assert (outcome.double, outcome.half, outcome.secrets, outcome.harmed) == (recorded.double, recorded.half, recorded.secrets, recorded.harmed)
