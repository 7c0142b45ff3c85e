"""The examiner's room: hidden and visible tests run here, and never meet the learner's objects.

``standins`` stand for what is in the learner's room, ``crossing`` lets gradients
through, ``failures`` turns exceptions from there into exceptions here, ``examiner`` runs a cell in IPython,
``process`` is the process it runs in, ``start`` starts that, and ``hold`` belongs to the grading process.
"""
