"""A made-up class taken through a term: ``python -m tests.year --learners 60``. See :mod:`tests.year.term`."""
