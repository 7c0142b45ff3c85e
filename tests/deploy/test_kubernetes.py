"""What can be said of the Kubernetes set-up without a cluster."""

import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from packaging.requirements import Requirement

from course.grading.collect import CollectOwned, uid_of
from tests.grading.fixture_course import REPOSITORY

DEPLOY = REPOSITORY / "deploy"
VALUES = yaml.safe_load((DEPLOY / "kubernetes" / "values.yaml").read_text())
DOCKER = (DEPLOY / "Dockerfile").read_text()
# The chart's keys that we set, as jupyterhub/values.schema.yaml of zero-to-jupyterhub-k8s 4.4.0 names them. Its whole
# schema is asked where the environment variable Z2JH_SCHEMA names that file.
KNOWN = """
hub.config hub.extraConfig
singleuser.image.name singleuser.image.tag singleuser.defaultUrl singleuser.cpu.limit singleuser.cpu.guarantee
singleuser.memory.limit singleuser.memory.guarantee singleuser.extraEnv singleuser.extraFiles singleuser.storage.type
singleuser.storage.capacity singleuser.storage.homeMountPath singleuser.storage.extraVolumes
singleuser.storage.extraVolumeMounts singleuser.networkPolicy.enabled singleuser.networkPolicy.egress
singleuser.networkPolicy.egressAllowRules.cloudMetadataServer singleuser.networkPolicy.egressAllowRules.privateIPs
singleuser.networkPolicy.egressAllowRules.dnsPortsCloudMetadataServer singleuser.networkPolicy.egressAllowRules.nonPrivateIPs
singleuser.networkPolicy.egressAllowRules.dnsPortsKubeSystemNamespace singleuser.networkPolicy.egressAllowRules.dnsPortsPrivateIPs
singleuser.allowPrivilegeEscalation singleuser.cloudMetadata.blockWithIptables
cull.enabled cull.timeout cull.every prePuller.hook.enabled prePuller.continuous.enabled
""".split()
FREE = {"hub.config", "hub.extraConfig", "singleuser.extraEnv", "singleuser.extraFiles"}


def keys(value, path=""):
    """The dotted names of all leaves, stopping where the chart takes anything."""
    if not isinstance(value, dict) or path in FREE:
        yield path
        return
    for name, inner in value.items():
        yield from keys(inner, f"{path}.{name}".lstrip("."))


def test_the_values_set_only_keys_that_the_chart_has():
    assert sorted(keys(VALUES)) == sorted(KNOWN)


@pytest.mark.skipif("Z2JH_SCHEMA" not in os.environ, reason="Z2JH_SCHEMA does not name the chart's values.schema.yaml")
def test_the_values_are_what_the_charts_schema_wants():
    jsonschema = pytest.importorskip("jsonschema")
    schema = yaml.safe_load(Path(os.environ["Z2JH_SCHEMA"]).read_text())
    # What the chart's defaults fill in is not ours to give: a missing key is no fault, an unknown or mistyped one is.
    faults = [each.message for each in jsonschema.Draft7Validator(schema).iter_errors(VALUES) if each.validator != "required"]
    assert not faults


def test_a_learners_pod_reaches_the_hub_only():
    rules = VALUES["singleuser"]["networkPolicy"]
    assert rules["enabled"] and rules["egress"] == []
    assert {name for name, allowed in rules["egressAllowRules"].items() if allowed} == {"dnsPortsKubeSystemNamespace", "dnsPortsPrivateIPs"}


def test_each_user_has_a_number_of_their_own_and_collect_knows_it():
    c = SimpleNamespace(KubeSpawner=SimpleNamespace())
    for code in VALUES["hub"]["extraConfig"].values():
        exec(compile(code, "values.yaml", "exec"), {"c": c})
    names = [f"learner-{i}" for i in range(500)] + ["anna", "åsa", "a.b@c"]
    numbers = [c.KubeSpawner.uid(SimpleNamespace(user=SimpleNamespace(name=name))) for name in names]
    assert numbers == [uid_of(name) for name in names]
    assert len(set(numbers)) == len(names) and all(1_000_000_000 <= number < 2**31 for number in numbers)


def test_the_pods_nbgrader_is_that_of_one_machine_but_for_the_owner():
    config = VALUES["singleuser"]["extraFiles"]["nbgrader"]

    def settings(text):
        return {line for line in text.splitlines() if line.startswith("c.")}

    assert settings(config["stringData"]) - settings((DEPLOY / "hub" / "nbgrader_config.py").read_text()) == {
        'c.CollectOwned.owner_by = "number"'
    }
    assert "number" in CollectOwned.owner_by.values
    mounts = {each["name"]: each["mountPath"] for each in VALUES["singleuser"]["storage"]["extraVolumeMounts"]}
    assert f'c.Exchange.root = "{mounts["exchange"]}"' in config["stringData"]
    assert {each["name"] for each in VALUES["singleuser"]["storage"]["extraVolumes"]} == set(mounts)


def copied():
    return [path for line in re.findall(r"^COPY (.+)$", DOCKER, re.M) for path in line.split()[:-1]]


def test_what_the_image_copies_is_there():
    assert len(copied()) == 5
    for path in copied():
        if path.startswith("dist/"):  # made by the line above it
            name = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]["name"]
            assert path == f"dist/{name.replace('-', '_')}-*.whl"
        else:
            assert (REPOSITORY / path).is_file(), path
    for script in re.findall(r"^COPY (\S+\.sh) ", DOCKER, re.M):
        assert (REPOSITORY / script).stat().st_mode & stat.S_IXOTH


def test_what_the_image_installs_is_what_the_project_names():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    (extras,) = re.findall(r"\*\.whl\)\[([\w,]+)\]", DOCKER)
    assert set(extras.split(",")) <= project["optional-dependencies"].keys()
    constrained = {Requirement(line).name for line in (REPOSITORY / "constraints.txt").read_text().splitlines() if line[:1] not in ("", "#")}
    assert "torch" in constrained and re.search(r"-c /opt/course/constraints.txt .* torch$", DOCKER, re.M)
    assert re.findall(r"^FROM (\S+)$", DOCKER, re.M) and all(
        re.fullmatch(r"python:\d+\.\d+\.\d+-slim-\w+", image) for image in re.findall(r"^FROM (\S+)$", DOCKER, re.M)
    )
    assert ":" not in VALUES["singleuser"]["image"]["name"] and VALUES["singleuser"]["image"]["tag"] == project["version"]


def test_the_image_is_refused_with_solutions_in_it(tmp_path):
    """The image's own line, run over two small wheels."""
    import zipfile

    (line,) = re.findall(r'^RUN python -c "(.*)" \\$', DOCKER, re.M)
    for name, status in (("course/release/a.ipynb", 0), ("course/masters/a.ipynb", 1)):
        with zipfile.ZipFile(tmp_path / "x.whl", "w") as archive:
            archive.writestr(name, "")
        program = line.replace("/opt/course", str(tmp_path))
        assert subprocess.run([sys.executable, "-c", program]).returncode == status


@pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
def test_a_number_gets_a_name_that_nbgrader_understands(tmp_path):
    users = tmp_path / "passwd"
    users.write_text("root:x:0:0:root:/:/bin/sh\n")
    box = ["bwrap", "--unshare-user", "--uid", str(uid_of("anna")), "--gid", "0", "--dev-bind", "/", "/", "--bind", str(users), "/etc/passwd"]
    if subprocess.run([*box, "true"], capture_output=True).returncode:
        pytest.skip("bubblewrap cannot make a user namespace here")
    program = "from nbgrader.utils import get_username; print(get_username())"
    done = subprocess.run(
        [*box, str(DEPLOY / "kubernetes" / "enter.sh"), sys.executable, "-c", program],
        capture_output=True, text=True, env=os.environ | {"JUPYTERHUB_USER": "anna"},
    )  # fmt: skip
    assert done.stdout == "anna\n", done.stderr
