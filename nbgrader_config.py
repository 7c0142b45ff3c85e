"""nbgrader's configuration: everything special about this course hangs on it, so that plain
``nbgrader generate_assignment``, ``autograde`` and ``generate_feedback`` give what ``course`` gives.
"""

import os

c = get_config()  # noqa: F821  (nbgrader provides it)

c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
c.CourseDirectory.course_id = "neural-networks-1"

# The stub of the syllabus: the bare exception, so that a check can say "not written yet".
c.ClearSolutions.code_stub = {"python": "raise NotImplementedError"}
c.ClearSolutions.text_stub = "*Write your answer here.*"
# Masters carry no validation of locked cells' marks beyond nbgrader's own regions.
c.ClearSolutions.enforce_metadata = True
