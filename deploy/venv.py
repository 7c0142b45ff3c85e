"""Make .venv hold what a make target needs: ``python3 deploy/venv.py learn|teach|site|dev``.

Run by the Makefile. Nothing is done when the stamp of an earlier, finished set-up still tells the
truth. This file is read by whatever Python there is, so its syntax stays that of 3.6.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
UNFINISHED = os.path.join(VENV, ".unfinished")
# Each holds what those before it hold.
SETS = {"learn": ".", "teach": ".[teach]", "site": ".[site]", "dev": ".[dev]"}
TRUTH = ("pyproject.toml", "constraints.txt")


def refusal(version, modules):
    """Why this Python cannot serve, as one sentence; None when it can."""
    ways = "choose another one, for example: PYTHON=python3.12 make learn"
    if version < (3, 11):
        return "this course needs Python 3.11 or newer, and this is {}.{}; {}".format(*version[:2], ways)
    missing = [name for name in modules if not importable(name)]
    if missing:
        return (
            "this Python cannot make virtual environments ({} is missing); install it "
            "(on Debian and Ubuntu: apt-get install python{}.{}-venv) or {}"
        ).format(" and ".join(missing), *version[:2], ways)
    return None


def importable(name):
    try:
        __import__(name)
    except ImportError:
        return False
    return True


def key():
    """What an environment depends on: the two files, the Python, and where the checkout lies."""
    digest = hashlib.sha256(repr((sys.version_info[:2], ROOT)).encode())
    for name in TRUTH:
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def stamp(chosen):
    return os.path.join(VENV, ".holds-" + chosen)


def ready(chosen, wanted):
    """Whether a finished set-up of this set, or of one that includes it, is still the right one."""
    names = list(SETS)
    for name in names[names.index(chosen):]:
        try:
            with open(stamp(name)) as file:
                if file.read() == wanted and os.path.exists(PYTHON):
                    return True
        except OSError:
            pass
    return False


def sound():
    """Whether .venv can be installed into: its set-up was not cut short, it runs, it is of this Python."""
    if os.path.exists(UNFINISHED) or not os.path.exists(PYTHON):
        return False
    ask = "import sys, pip; print(sys.version_info[:2])"
    answer = subprocess.run([PYTHON, "-c", ask], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return answer.stdout.decode().strip() == repr(sys.version_info[:2])


def set_up(chosen, wanted):
    """Install the set, from an empty environment where the present one is not sound."""
    print("Setting up .venv for '{}'; the first time takes a minute or more.".format(chosen), flush=True)
    if not sound():
        shutil.rmtree(VENV, ignore_errors=True)
        # Where .venv's own Python runs this, the one that it was made from makes it again.
        base = getattr(sys, "_base_executable", None) or sys.executable
        subprocess.run([base, "-m", "venv", VENV], check=True)
    open(UNFINISHED, "w").close()
    command = [PYTHON, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    command += [] if sys.stdout.isatty() else ["--quiet"]
    subprocess.run(command + ["-c", "constraints.txt", "-e", SETS[chosen]], cwd=ROOT, check=True)
    with open(stamp(chosen), "w") as file:
        file.write(wanted)
    os.remove(UNFINISHED)


def main(chosen):
    """Returns the exit status: 0 when .venv holds the set."""
    if os.path.islink(VENV):
        return 0  # someone else's environment: used as it is
    wrong = refusal(sys.version_info, ["venv", "ensurepip"])
    if wrong:
        print("set-up: " + wrong + ".", file=sys.stderr)
        return 2
    import fcntl  # only where make is: not on Windows

    handle = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)  # two targets at once: the second waits for the first
        wanted = key()
        if not ready(chosen, wanted):
            set_up(chosen, wanted)
    except subprocess.CalledProcessError:
        print("set-up: .venv is not finished, see above; then run the same command again.", file=sys.stderr)
        return 1
    except OSError as error:
        print("set-up: .venv cannot be written ({}).".format(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("set-up: interrupted; run the same command again.", file=sys.stderr)
        return 130
    finally:
        os.close(handle)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
