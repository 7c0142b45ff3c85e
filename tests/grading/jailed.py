"""Whether the jail can be had on this machine, and what the tests do where it cannot."""

import pytest

from course.grading.kernels import jail

REFUSAL = jail.refusal()
needs_jail = pytest.mark.skipif(REFUSAL is not None, reason=str(REFUSAL).split(";")[0])
# The submissions of the tests are our own: where there is no jail they run without one, said out loud here.
SETTINGS = "" if REFUSAL is None else "\nc.JailedProvisioner.jail = False\n"
CONFIG = {} if REFUSAL is None else {"JailedProvisioner": {"jail": False}}
