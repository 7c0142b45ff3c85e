"""A bank for the fixture's unit ``mini``, written into a course folder, with one wrong variant nobody catches."""

from pathlib import Path

BANK = {
    "double": {
        "right_sum": "def double(x):\n    x = np.asarray(x)\n    return x + x",
        "right_times": "def double(x):\n    return np.asarray(x) * 2",
        "wrong_square": "def double(x):\n    return np.asarray(x) ** 2",
        "wrong_absolute": "def double(x):\n    return 2 * np.abs(x)",
        "wrong_syntax": "def double(x)\n    return 2 * x",
    },
    "mean-double": {
        "right_method": "def mean_double(x):\n    return double(x).mean()",
        "right_loop": "def mean_double(x):\n    return sum(double(x)) / len(x)",
        "wrong_sum": "def mean_double(x):\n    return double(x).sum()",
        "wrong_half": "def mean_double(x):\n    return double(x).mean() / 2",
        "wrong_the_middle": "def mean_double(x):\n    return np.median(double(x))",  # two numbers: the same as the mean
    },
    "share": {
        "right_list": "def share(n):\n    return list(range(n))",
        "right_loop": "def share(n):\n    return [i for i in range(n)]",
        "wrong_short": "def share(n):\n    return list(range(min(n, 7)))",
        "wrong_one": "def share(n):\n    return list(range(1, n + 1))",
        "wrong_array": "def share(n):\n    return np.arange(n)",
    },
}


def write_bank(root: Path, unit: str = "mini") -> None:
    for exercise, found in BANK.items():
        folder = root / "tests" / "bank" / unit / exercise
        folder.mkdir(parents=True)
        for name, code in found.items():
            (folder / f"{name}.py").write_text(code + "\n")
