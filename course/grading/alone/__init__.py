"""``course grade-me``: a learner working alone grades their own copy, with the engine that grades a class.

``private`` makes a course of one learner that is gone afterwards, ``verdicts`` reads what came of it, ``page`` puts the
feedback into the learner's folder, ``command`` says it on the terminal.
"""
