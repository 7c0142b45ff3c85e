"""JupyterHub for one class on one machine: each learner is a user of that machine. docs/hub.md says how to use it."""

c = get_config()  # noqa: F821  (JupyterHub provides it)

# Behind a web server that does TLS, or with c.JupyterHub.ssl_key and ssl_cert and an address of its own.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.db_url = "sqlite:////var/lib/jupyterhub/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = "/var/lib/jupyterhub/cookie_secret"
c.ConfigurableHTTPProxy.pid_file = "/var/lib/jupyterhub/proxy.pid"

# Who has a password on the machine and is in one of these groups. Nobody may open somebody else's server.
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {"learners", "instructors"}
c.JupyterHub.admin_access = False

# A process of the learner's own for each. It needs a hub that runs as root, and sets no limits: for those,
# SystemdSpawner (package jupyterhub-systemdspawner) takes mem_limit and cpu_limit below at their word.
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.cmd = ["jupyterhub-singleuser"]
c.Spawner.default_url = "/lab"
c.Spawner.notebook_dir = "~"
c.Spawner.mem_limit = "2G"
c.Spawner.cpu_limit = 2

# One thread for each learner's arithmetic, so that a class shares the cores instead of fighting for them.
c.Spawner.environment = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
