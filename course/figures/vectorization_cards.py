"""Matrix products on a processor and on a graphics card: measured where there is a card, else recorded and computed.

Without a card the processor's seconds are those that ``benchmarks/gpu.py`` recorded on a named machine, and beside
them stand the least seconds that a common card could need by its maker's figures: a model, said to be one.
"""

from course import timing
from course.figures.picture import picture
from course.figures.vectorization_times import axes, lines, said

SIZES = (64, 128, 256, 512, 1024, 2048)
# NVIDIA T4, by its data sheet: float32 operations and bytes of its memory per second; PCIe 3.0 x16, one way.
CARD, OPERATIONS, BANDWIDTH, WAY = "NVIDIA T4", 8.1e12, 320e9, 16e9


def gpu(record: dict | None = None, budget: float = 0.1):
    """Matrix products on CPU and GPU: measured if there is a card, what was recorded if not."""
    import torch

    if torch.cuda.is_available():
        return _drawn(facts(budget, date="now", command="this cell"))
    return _drawn(timing.recorded("gpu") if record is None else record)


def facts(budget: float, date: str, command: str, processor: str = "") -> dict:
    """The device's name and, for each n, the seconds of one (n, n) float32 product, as ``course/recorded/gpu.json`` holds them."""
    import torch

    card = torch.cuda.is_available()
    device = torch.cuda.get_device_name() if card else processor
    return {"device": device, "card": card, "torch": torch.__version__, "date": date, "command": command, "rows": times(budget, card)}


def times(budget: float, card: bool) -> list[dict]:
    """For each size n the seconds of one (n, n) product: on the CPU and, with a card, on it and with the way there and back."""
    import torch

    def on_card(A):
        A @ A
        torch.cuda.synchronize()

    def there_and_back(A):
        A = A.to("cuda")
        (A @ A).to("cpu")

    rows = []
    for n in SIZES:
        A = torch.ones(n, n)
        row = {"n": n, "cpu": timing.seconds_per_call(torch.matmul, A, A, budget=budget)}
        if card:
            row["gpu"] = timing.seconds_per_call(on_card, A.to("cuda"), budget=budget)
            row["gpu with transfer"] = timing.seconds_per_call(there_and_back, A, budget=budget)
        rows.append(row)
    return rows


def bounds(n: int) -> tuple[float, float]:
    """The least seconds of an (n, n) float32 product on the T4: alone, and with the way there and back.

    2 n**3 operations and three matrices of 4 n**2 bytes in its memory: the slower of the two decides (the
    roofline model of Williams, Waterman and Patterson, 2009). One matrix travels there, one back.
    """
    alone = max(2 * n**3 / OPERATIONS, 3 * 4 * n**2 / BANDWIDTH)
    return alone, alone + 2 * 4 * n**2 / WAY


@picture
def _drawn(record: dict):
    rows = record["rows"]
    sizes = [row["n"] for row in rows]
    curves = {name: [row[name] for row in rows] for name in rows[0] if name != "n"}
    title = f"n × n matrix product, {record['device']}\n({record['date']}, by {record['command']})"
    origin = f"on {record['device']} ({record['date']}, by {record['command']})"
    told = "Seconds of a matrix product on logarithmic axes, "
    if not record["card"]:
        alone, travelled = zip(*map(bounds, sizes))
        curves |= {f"{CARD}, at best": alone, f"{CARD}, at best, with transfer": travelled}
        title += f"\n{CARD}: computed from its data sheet, not measured"
        origin = f"cpu measured {origin}; the {CARD} not measured, but the least time that its data sheet allows"
    figure, axis = axes(height=3.6)
    lines(axis, sizes, curves)
    axis.set_title(title, fontsize=10)
    axis.set(xlabel="n", ylabel="seconds")
    axis.legend(loc="upper left", bbox_to_anchor=(1.01, 1))
    ends = "; ".join(f"{name} {said(seconds[0])} for n = {sizes[0]} and {said(seconds[-1])} for n = {sizes[-1]}" for name, seconds in curves.items())
    return figure, f"{told}{origin}: {ends}."
