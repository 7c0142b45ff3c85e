"""The reading site: every unit as a page of a static web site, for whoever wants to read and not to run.

Theory, figures and widgets that move without a kernel; exercises with their checks, without their solutions.
Sphinx and MyST-NB build the pages from the released notebooks; figures and demonstrations are those of the executed
masters, since a figure of the learner's function needs one. Nothing in the site asks for a network.
"""
