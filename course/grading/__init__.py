"""From a submission to a score, a report and feedback.

nbgrader stays the engine. What this room adds hangs on nbgrader's own extension points, all of them
switched on in :mod:`course.grading.config`, so that plain ``nbgrader autograde`` gives the same scores:

``intake`` refuses what cannot be graded, ``restore`` mends the structure, ``execute`` runs the cells,
``save`` reads the verdicts and writes scores and the ``ledger`` in one transaction.
"""

import sys

# jsonschema builds forty grammars of internationalised addresses when it is imported, which takes more than a
# second, and nothing here looks at such an address. Where it is not there, jsonschema does without.
sys.modules.setdefault("rfc3987_syntax", None)
