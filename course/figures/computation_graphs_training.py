"""The figures of the computation graphs unit in which a model is trained, used, frozen or taught online."""

import numpy as np

from course.figures.picture import INK, picture
from course.palette import CLASS_0, CLASS_1, DERIVATIVE, INPUT, VALUE

RATE = 0.5


def axes(columns: int = 1, width: float = 8.5, height: float = 3.2, **kwargs):
    import matplotlib.pyplot as plt

    return plt.subplots(1, columns, figsize=(width, height), layout="constrained", **kwargs)


def two_clouds(n: int = 60, seed: int = 5):
    """Points of two classes that overlap a little: tensors (n, 2) and (n, 1)."""
    import torch

    random = np.random.default_rng(seed)
    labels = np.arange(n) % 2
    points = random.normal(size=(n, 2)) + np.where(labels[:, None] == 1, [0.8, 0.5], [-0.8, -0.5])
    return torch.tensor(points, dtype=torch.float32), torch.tensor(labels[:, None], dtype=torch.float32)


def _step_that_forgets(model, x, y, lr):
    """Gradient descent without zero_grad: the mistake, on purpose."""
    import torch

    loss = torch.nn.functional.binary_cross_entropy(model(x), y)
    loss.backward()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter -= lr * parameter.grad
    return loss.item()


@picture
def training(train_step, make_model):
    """The learner's training loop beside one that never sets its gradients back, and the trained model."""
    import torch

    x, y = two_clouds()
    model, careless = make_model([2, 1], seed=1), make_model([2, 1], seed=1)
    losses = [float(train_step(model, x, y, 0.1)) for _ in range(150)]
    wild = [_step_that_forgets(careless, x, y, 0.1) for _ in range(150)]
    figure, (left, right) = axes(2, height=3.5)
    left.plot(losses, color=VALUE, label="your train_step")
    left.plot(wild, color=DERIVATIVE, linestyle="-.", label="gradients never set back")
    left.set(title="loss", xlabel="step", ylim=(0, 1.25 * max(*losses, *np.clip(wild, 0, 5))))
    left.legend()
    grid = np.linspace(-4, 4, 81)
    u, v = np.meshgrid(grid, grid)
    with torch.no_grad():
        p = model(torch.tensor(np.stack([u.ravel(), v.ravel()], axis=1), dtype=torch.float32)).numpy().reshape(u.shape)
    right.contourf(u, v, p, levels=[0, 0.5, 1], colors=[CLASS_0, CLASS_1], alpha=0.25)
    right.contour(u, v, p, levels=[0.1, 0.5, 0.9], colors=INK, linestyles=[":", "-", ":"])
    _scatter(right, x.numpy(), y.numpy().ravel())
    right.set(title="what the model says: p = 0.1, 0.5, 0.9", xlabel="x₁", ylabel="x₂")
    rises = max(wild) > 1.2 * wild[0] or any(b > a for a, b in zip(wild, wild[1:]))
    return figure, (
        f"Left: the loss of your training loop goes from {losses[0]:.2f} to {losses[-1]:.2f} in 150 steps. The loop that never "
        f"sets its gradients back {'goes down, up and down again' if rises else 'goes down'}, between {min(wild):.2f} and "
        f"{max(wild):.2f}. Right: two clouds of points and the line on which the trained model says one half."
    )


def _scatter(ax, points, labels):
    for label, colour, marker in ((0, CLASS_0, "o"), (1, CLASS_1, "s")):
        chosen = points[labels == label]
        ax.plot(chosen[:, 0], chosen[:, 1], marker, color=colour, mec="black", markersize=5, linestyle="none")


@picture
def frozen(freeze, train_step, make_model):
    """How far each parameter moved in twenty steps, free and with the first layer frozen."""
    x, y = two_clouds()
    moved = {}
    for what, names in (("all free", []), ("first layer frozen", ["0.weight", "0.bias"]), ("last layer frozen", ["2.weight", "2.bias"])):
        model = make_model([2, 3, 1], seed=3)
        freeze(model, names)
        start = {name: p.detach().clone() for name, p in model.named_parameters()}
        for _ in range(20):
            train_step(model, x, y, RATE)
        moved[what] = {name: float((p.detach() - start[name]).norm()) for name, p in model.named_parameters()}
    figure, panels = axes(3, height=2.8, sharey=True)
    for ax, (what, lengths) in zip(panels, moved.items()):
        bars = ax.barh(list(lengths)[::-1], list(lengths.values())[::-1], color=VALUE)
        ax.bar_label(bars, [f"{v:.2f}" if v else "0" for v in list(lengths.values())[::-1]], padding=3, color=INK)
        ax.set(title=what, xlabel="distance moved in 20 steps", xlim=(0, 1.25 * max(max(m.values()) for m in moved.values())))
    told = "; ".join(f"{what}: " + ", ".join(f"{name} {v:.2f}" for name, v in lengths.items()) for what, lengths in moved.items())
    return figure, f"How far each parameter moved in twenty steps of training. {told}."


def turning_stream(n: int = 1000, turn: float = np.pi, seed: int = 6):
    """n examples, one by one, whose dividing line turns by ``turn`` over the stream: (n, 2), (n, 1)."""
    import torch

    random = np.random.default_rng(seed)
    points = random.normal(size=(n, 2))
    angle = np.linspace(0, turn, n)
    labels = (points[:, 0] * np.cos(angle) + points[:, 1] * np.sin(angle) > 0)[:, None]
    return torch.tensor(points, dtype=torch.float32), torch.tensor(labels, dtype=torch.float32)


@picture
def online(train_step, predict, make_model):
    """A frozen and an online model on a stream whose rule turns: share of right answers over the last 100."""
    x, y = turning_stream()
    before_x, before_y = turning_stream(n=200, turn=0.0, seed=7)
    right = {}
    for what, learns in (("frozen", False), ("online", True)):
        model = make_model([2, 1], seed=2)
        for _ in range(100):
            train_step(model, before_x, before_y, RATE)
        hits = []
        for k in range(len(x)):
            p = float(predict(model, x[k : k + 1])[0, 0])
            hits.append(float((p > 0.5) == bool(y[k, 0])))
            if learns:
                train_step(model, x[k : k + 1], y[k : k + 1], 0.5)
        right[what] = np.convolve(hits, np.ones(100) / 100, mode="valid")
    figure, ax = axes(width=7.5, height=3.2)
    for (what, share), colour, style in zip(right.items(), (INPUT, VALUE), ("-.", "-")):
        ax.plot(np.arange(len(share)) + 100, share, color=colour, linestyle=style, label=what)
    ax.axhline(0.5, color=INK, linestyle=":", linewidth=1)
    ax.text(105, 0.52, "a coin", color=INK)
    ax.set(title="right before the label was seen (last 100 examples)", xlabel="example", ylabel="share right", ylim=(0, 1.03))
    ax.legend(loc="lower left")
    ends = ", ".join(f"{what} {share[0]:.0%} at the start and {share[-1]:.0%} at the end" for what, share in right.items())
    return figure, f"Share of right predictions along a stream whose rule turns by half a circle: {ends}."


@picture
def summary():
    """Training as a loop of three steps, inference as a straight line."""
    figure, ax = axes(width=8.5, height=3.4)
    ax.set(xlim=(0, 10), ylim=(0, 4.2))
    ax.axis("off")

    def box(x, y, text, colour, width=1.7):
        from matplotlib.patches import FancyBboxPatch

        ax.add_patch(FancyBboxPatch((x, y), width, 0.8, boxstyle="round,pad=0,rounding_size=0.12", fc="none", ec=colour, lw=2))
        ax.text(x + width / 2, y + 0.4, text, ha="center", va="center", color=colour)

    def arrow(start, end, colour, text="", up=0.13, rad=0.0):
        style = {"arrowstyle": "-|>", "color": colour, "lw": 1.8, "connectionstyle": f"arc3,rad={rad}", "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", end, start, arrowprops=style)
        ax.text((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + up, text, ha="center", va="bottom", color=colour, fontsize=9)

    ax.text(0, 3.85, "training", color=INK, fontweight="bold")
    for x, text, colour in ((1.9, "forward", VALUE), (4.9, "backward", DERIVATIVE), (7.9, "update", INPUT)):
        box(x, 2.6, text, colour)
    arrow((0.9, 3.0), (1.9, 3.0), INK, "x, y")
    arrow((3.6, 3.0), (4.9, 3.0), VALUE, "loss, graph")
    arrow((6.6, 3.0), (7.9, 3.0), DERIVATIVE, "gradients")
    arrow((8.75, 2.6), (2.75, 2.6), INPUT, "", rad=-0.22)
    ax.text(5.75, 1.62, "new weights; gradients set back", ha="center", color=INPUT, fontsize=9)
    ax.plot([0, 10], [1.45, 1.45], color=INK, linewidth=0.8, linestyle=":")
    ax.text(0, 1.1, "inference", color=INK, fontweight="bold")
    box(1.9, 0.2, "forward", VALUE)
    arrow((0.9, 0.6), (1.9, 0.6), INK, "x")
    arrow((3.6, 0.6), (4.9, 0.6), VALUE, "p")
    ax.text(5.1, 0.6, "no graph, no gradient, the weights stay", va="center", color=INK, fontsize=9)
    return figure, (
        "Training is a loop: forward gives the loss and the graph, backward gives the gradients, update gives new weights, and the "
        "loop begins again with gradients set back. Inference is a straight line: x goes through forward and comes out as p; the weights stay."
    )
