"""The learners' Jupyter servers, as /etc/jupyter/jupyter_server_config.py: without the instructor's pages."""

c = get_config()  # noqa: F821  (Jupyter provides it)

# They would only make an empty gradebook in a learner's folder. An instructor's ~/.jupyter/jupyter_server_config.py may say
# True for them again.
c.ServerApp.jpserver_extensions = {
    "nbgrader.server_extensions.formgrader": False,
    "nbgrader.server_extensions.course_list": False,
}
