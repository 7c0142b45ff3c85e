"""Sphinx's settings for the reading site."""

project = "Neural Networks 1"
html_title = project
language = "en-GB"
extensions = ["myst_nb", "course.site.maths"]
myst_enable_extensions = ["dollarmath"]
nb_execution_mode = "off"
nb_merge_streams = True
html_theme = "furo"
html_math_renderer = "mathml"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_copyright = False
# The first picture of an output is the one that is wanted; a widget's HTML before its text.
nb_mime_priority_overrides = [("html", "text/html", 0)]
