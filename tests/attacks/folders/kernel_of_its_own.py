"""Names a kernel of its own, with a command to start it.

threat: structure
must: no points for double, all for half
"""

import json


def submit(nb, folder):
    nb.metadata.kernelspec = {"name": "mine", "display_name": "mine", "language": "python", "argv": ["sh", "-c", "true"]}
    nb.metadata.language_info = {"name": "bash", "version": "0"}
    place = folder / "kernels" / "mine"
    place.mkdir(parents=True)
    (place / "kernel.json").write_text(json.dumps({"argv": ["sh", "-c", "true"], "display_name": "mine", "language": "python"}))
