"""The rivals of benchmarks/grading.py, and the class that they grade."""
