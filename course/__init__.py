"""Neural Networks 1: the parts that the course's notebooks, authors and instructors use.

``import course`` stays light: torch and matplotlib are imported by the parts that need them.
"""

__version__ = "0.1.0"
