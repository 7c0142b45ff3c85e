"""``course audit``: the tests measured as what they are, classifiers.

``mutants``   the master's solutions with one small fault each; ``operators`` says which faults there are
``plan``      a unit as a worker needs it: the cells that verdicts lean on, and the codes to try
``worker``    the warm process: runs the master's cells once, forks, tries one code in each fork
``trials``    starts workers and reads what they found: the one door to executions
``judged``    verdicts: what visible checks and hidden tests each see, and who survives
``equivalent`` what the author keeps: mutants that are no fault, each with its reason
``record``    the summary that is committed, and whether it still speaks of this text, bank and author's list
``steady``    the same scores for repeated runs, other seeds, other numbers of threads
``versions``  the same scores with the oldest and newest libraries allowed
``page``, ``plots``  the report
"""
