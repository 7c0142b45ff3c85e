"""nbgrader's configuration: everything special about this course hangs on it, so that plain
``nbgrader generate_assignment``, ``autograde`` and ``generate_feedback`` give what ``course`` gives.
"""

import os
import sys
import sysconfig

c = get_config()  # noqa: F821  (nbgrader provides it)

# nbgrader starts alembic by its bare name, and leaves half a gradebook where it does not find it.
scripts = sysconfig.get_path("scripts")
if scripts not in os.environ.get("PATH", "").split(os.pathsep):
    os.environ["PATH"] = scripts + os.pathsep + os.environ.get("PATH", "")

c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
c.CourseDirectory.course_id = "neural-networks-1"

# The stub of the syllabus: the bare exception, so that a check can say "not written yet".
c.ClearSolutions.code_stub = {"python": "raise NotImplementedError"}
c.ClearSolutions.text_stub = "*Write your answer here.*"
# Masters carry no validation of locked cells' marks beyond nbgrader's own regions.
c.ClearSolutions.enforce_metadata = True

# Before nbgrader's own steps: what belongs to the author's side never reaches a learner.
c.GenerateAssignment.preprocessors.prepend(["course.authoring.strip.StripMaster"])
# And behind them: the order of the cells, which no database promises.
c.GenerateAssignment.preprocessors.append("course.authoring.order.SaveOrder")

# The grading room: refusals, repaired structure, verdicts, ledger, feedback without hidden tests.
sys.path.insert(0, c.CourseDirectory.root)
from course.grading.config import configure  # noqa: E402

configure(c)
