"""Pictures that are read rather than moved, drawn by matplotlib: one module for each unit."""
