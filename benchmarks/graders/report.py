"""The figures as a table on the terminal, JSON, Markdown and a picture."""

import json
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402


def write(path: Path, facts: dict, rows: list[dict], parts: dict) -> None:
    """Write ``path`` with the endings .json, .md and .svg, and print the Markdown."""
    path.parent.mkdir(exist_ok=True)
    path.with_suffix(".json").write_text(json.dumps({**facts, "rows": rows, "parts": parts}, indent=1) + "\n")
    text = markdown(path.name, facts, rows, parts)
    path.with_suffix(".md").write_text(text)
    plot(path.with_suffix(".svg"), facts, rows, parts)
    print(text)


def markdown(name: str, facts: dict, rows: list[dict], parts: dict) -> str:
    machine = facts["machine"]
    kind = "whole notebooks"
    if facts["trimmed"]:
        kind = "without the cells that no test leans on"
    elif facts["exercises"]:
        kind = f"notebooks that end after {facts['exercises']} exercises"
    lines = [
        f"# Grading {facts['learners']} learners on `{facts['unit']}`, {kind}",
        "",
        f"Written by `{facts['command'].strip()}` ({machine['cores']} cores, {machine['system']}, Python {machine['python']}; "
        f"{rows[0]['rounds']} rounds, all in turns). Seconds a notebook, start-up included.",
        "",
        f"| | wall, median | range | processor time | times as fast as {facts['base']} |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        lines.append(
            f"| {row['name']} | {row['wall_s']:.2f} | {row['low_s']:.2f} to {row['high_s']:.2f} | {row['cpu_s']:.2f} | {row['times_faster']:.1f} |"
        )
    lines += ["", *(f"Not measured: {what}." for what in facts["absent"]), f"![wall time a notebook]({name}.svg)"]
    for who, found in parts.items():
        lines += [
            "",
            f"## Where the time of {who} goes",
            "",
            f"One more run with clocks, which cost a little themselves, of {found['notebooks']} notebooks: {found['whole_ms']:.0f} ms each.",
            "",
            "| part | ms a notebook | times a notebook |",
            "|---|---|---|",
        ]
        for part, of in sorted(found["parts"].items(), key=lambda item: -item[1]["ms"]):
            lines.append(f"| {part} | {of['ms']:.1f} | {of.get('times', '')} |")
    return "\n".join(lines) + "\n"


def plot(path: Path, facts: dict, rows: list[dict], parts: dict) -> None:
    """Bars of wall and processor time, and beside them where the time goes."""
    plt.rcParams["svg.hashsalt"] = "grading"
    figure, (left, right) = plt.subplots(1, 2, figsize=(12, 4.5), width_ratios=(3, 2), layout="constrained")
    names = [row["name"] for row in rows]
    for offset, key, label, colour in ((-0.2, "wall_s", "wall", "#2b6ca3"), (0.2, "cpu_s", "processor", "#e0a030")):
        places = [i + offset for i in range(len(rows))]
        left.barh(places, [row[key] for row in rows], height=0.38, color=colour, label=label)
        for place, row in zip(places, rows):
            left.text(row[key], place, f" {row[key]:.2f}", va="center", fontsize=8)
    left.set_yticks(range(len(rows)), names)
    left.invert_yaxis()
    left.margins(x=0.12)
    left.set_xlabel("seconds a notebook")
    left.set_title(f"{facts['learners']} learners, {facts['unit']}, {facts['machine']['cores']} cores")
    left.legend()
    every = sorted({part for found in parts.values() for part in found["parts"]}, key=lambda part: -_most(parts, part))
    shown = every[:9]
    colours = plt.get_cmap("tab10").colors
    for place, found in enumerate(parts.values()):
        start = 0.0
        rest = sum(of["ms"] for part, of in found["parts"].items() if part not in shown)
        for i, (part, ms) in enumerate([*((part, found["parts"].get(part, {"ms": 0})["ms"]) for part in shown), ("all else", rest)]):
            right.bar(place, ms, bottom=start, color=colours[i], width=0.6, label=part if place == 0 else None)
            start += ms
    right.set_xticks(range(len(parts)), [name.replace(" --", "\n--") for name in parts])
    right.set_ylabel("ms a notebook")
    right.set_title("Where it goes")
    if parts:
        handles, labels = right.get_legend_handles_labels()
        right.legend(handles[::-1], labels[::-1], fontsize=7, loc="upper right")
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def _most(parts: dict, part: str) -> float:
    return max(found["parts"].get(part, {"ms": 0})["ms"] for found in parts.values())
