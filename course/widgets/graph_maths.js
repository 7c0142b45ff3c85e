// The graph d = b c, e = a + d, f = d a, g = e ** f: forward, backward, one step at a time. No drawing here.

// Each node with its parents; for each parent the local derivative, as a formula and as a number.
export const NODES = {
  a: { formula: "a", parents: {} },
  b: { formula: "b", parents: {} },
  c: { formula: "c", parents: {} },
  d: { formula: "b·c", value: (v) => v.b * v.c, parents: { b: ["c", (v) => v.c], c: ["b", (v) => v.b] } },
  e: { formula: "a + d", value: (v) => v.a + v.d, parents: { a: ["1", () => 1], d: ["1", () => 1] } },
  f: { formula: "d·a", value: (v) => v.d * v.a, parents: { d: ["a", (v) => v.a], a: ["d", (v) => v.d] } },
  g: {
    formula: "eᶠ", value: (v) => v.e ** v.f,
    parents: { e: ["f·eᶠ⁻¹", (v) => v.f * v.e ** (v.f - 1)], f: ["eᶠ·ln e", (v) => v.g * Math.log(v.e)] },
  },
};

// Forward one node at a time, then the 1 at the end, then backward one edge at a time. A node sends only
// after everything that it receives has arrived.
export const STEPS = [
  { kind: "start" },
  ...["d", "e", "f", "g"].map((node) => ({ kind: "forward", node })),
  { kind: "seed", node: "g" },
  ...[["g", "f"], ["g", "e"], ["f", "d"], ["f", "a"], ["e", "d"], ["e", "a"], ["d", "b"], ["d", "c"]]
    .map(([head, tail]) => ({ kind: "backward", head, tail })),
];
export const EDGES = STEPS.filter(({ kind }) => kind === "backward").map(({ head, tail }) => ({ head, tail }));
const USES = (name) => EDGES.filter(({ tail }) => tail === name).length;

export function forward({ a, b, c }) {
  const values = { a, b, c };
  for (const name of "defg") values[name] = NODES[name].value(values);
  return values;
}

// What the picture shows after `step` steps: {values, grads, sent, waiting, now}. values and grads hold
// what is known; waiting names the nodes whose gradient is not complete; sent holds, for "head→tail",
// {upstream, local, product}; now is the step itself.
export function atStep(step, point) {
  const all = forward(point);
  const values = { a: all.a, b: all.b, c: all.c };
  const grads = {};
  const sent = {};
  const arrived = {};
  for (const { kind, node, head, tail } of STEPS.slice(1, step + 1)) {
    if (kind === "forward") values[node] = all[node];
    if (kind === "seed") grads[node] = 1;
    if (kind !== "backward") continue;
    const local = NODES[head].parents[tail][1](all);
    const product = grads[head] * local;
    sent[`${head}→${tail}`] = { upstream: grads[head], local, product };
    grads[tail] = (grads[tail] ?? 0) + product;
    arrived[tail] = (arrived[tail] ?? 0) + 1;
  }
  const waiting = Object.keys(grads).filter((name) => name !== "g" && arrived[name] < USES(name));
  return { values, grads, sent, waiting, now: STEPS[step] };
}

// Everything at the end, which torch.autograd and the learner's class are held against.
export function atEnd(point) {
  const { values, grads } = atStep(STEPS.length - 1, point);
  return { values, grads };
}

// Do the answer's values and gradients say the same? null: it was asked at another point. A list of the
// nodes that differ otherwise, empty when all agree.
export function differing(end, answer, point) {
  if (!answer?.values || !["a", "b", "c"].every((name) => answer[name] === point[name])) return null;
  const near = (mine, other) => Math.abs(mine - other) <= 1e-6 * Math.max(1e-3, Math.abs(mine));
  return Object.keys(NODES).filter((name) =>
    !near(end.values[name], answer.values[name]) || !near(end.grads[name], answer.grads[name]));
}

// A number in at most `signs` signs: fewer digits where zeros or a minus take their place.
export function short(value, digits = 4, signs = 7) {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : value < 0 ? "−∞" : "nan";
  const size = Math.abs(value);
  const written = (places) => (size !== 0 && (size >= 1e5 || size < 1e-3)
    ? value.toExponential(1).replace("e+", "e")
    : String(Number(value.toPrecision(places))));
  let text = written(digits);
  for (let places = digits - 1; text.length > signs && places > 0; places -= 1) text = written(places);
  return text.replaceAll("-", "−");
}

export function inWords(step, point) {
  const { values, grads, sent, now } = atStep(step, point);
  const inputs = `a = ${short(point.a)}, b = ${short(point.b)}, c = ${short(point.c)}`;
  if (now.kind === "start") return `Only the inputs are known: ${inputs}.`;
  if (now.kind === "forward") {
    const { formula } = NODES[now.node];
    return `Forward: ${now.node} = ${formula} = ${short(values[now.node], 5)}.`;
  }
  if (now.kind === "seed") return `The way back starts at the end: ∂g/∂g = 1. Here g = ${short(values.g, 5)} at ${inputs}.`;
  const { head, tail } = now;
  const { upstream, local, product } = sent[`${head}→${tail}`];
  const before = grads[tail] - product;
  const first = EDGES.findIndex((edge) => edge.head === head && edge.tail === tail)
    === EDGES.findIndex((edge) => edge.tail === tail);
  return `Backward, from ${head} to ${tail}: upstream ${short(upstream)} times local ∂${head}/∂${tail} = `
    + `${NODES[head].parents[tail][0]} = ${short(local)} sends ${short(product)}. `
    + (first ? `∂g/∂${tail} is ${short(grads[tail])}${USES(tail) > 1 ? " so far." : "."}`
      : `${short(before)} was there already, and they add up: ∂g/∂${tail} = ${short(grads[tail])}.`)
    + (step === STEPS.length - 1 ? " All gradients are there." : "");
}
