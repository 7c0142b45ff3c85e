// Equal layers h -> W h + b with an activation between them, and the one layer that their product is. No drawing here.

export const BETWEEN = {
  nothing: { label: "nothing", bend: (v) => v },
  relu: { label: "ReLU", bend: (v) => Math.max(0, v) },
  tanh: { label: "tanh", bend: Math.tanh },
};
export const CORNERS = [[0, 0], [1, 0], [0, 1], [1, 1]];

// W = rotation by `turn` degrees times diag(stretch, 1 / stretch), b = (shift, 0).
export function layer({ turn, stretch, shift }) {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return { W: [[cos * stretch, -sin / stretch], [sin * stretch, cos / stretch]], b: [shift, 0] };
}

export const through = ({ W, b }, [x, y]) => [W[0][0] * x + W[0][1] * y + b[0], W[1][0] * x + W[1][1] * y + b[1]];

// Where the layers send a point; the activation stands after each layer but the last.
export function stacked(question) {
  const one = layer(question);
  const { bend } = BETWEEN[question.between];
  return (point) => {
    let h = point;
    for (let k = 0; k < question.layers; k += 1) {
      h = through(one, h);
      if (k < question.layers - 1) h = h.map(bend);
    }
    return h;
  };
}

// The single layer of the products: W_n ... W_1 and the biases carried along.
export function product(question) {
  const { W, b } = layer(question);
  let P = [[1, 0], [0, 1]];
  let c = [0, 0];
  for (let k = 0; k < question.layers; k += 1) {
    P = W.map((row) => [0, 1].map((j) => row[0] * P[0][j] + row[1] * P[1][j]));
    c = through({ W, b }, c);
  }
  return { W: P, b: c };
}

// The crossings of the grid that the picture shows: from -1 to 1 in steps of a quarter.
const STEPS = Array.from({ length: 9 }, (_, i) => -1 + i / 4);
export const CROSSINGS = STEPS.flatMap((x) => STEPS.map((y) => [x, y]));

const far = ([a, b], [c, d]) => Math.max(Math.abs(a - c), Math.abs(b - d));

// off: the largest distance between the layers and the layer of the products, over the crossings. bent: how far the
// layers are from every single layer, that is, from the one that agrees with them at (0, 0), (1, 0) and (0, 1).
export function compared(question) {
  const stack = stacked(question);
  const single = product(question);
  const [o, p, q] = [[0, 0], [1, 0], [0, 1]].map(stack);
  const flat = ([x, y]) => [0, 1].map((i) => o[i] + x * (p[i] - o[i]) + y * (q[i] - o[i]));
  const largest = (other) => Math.max(...CROSSINGS.map((point) => far(stack(point), other(point))));
  return { single, off: largest((point) => through(single, point)), bent: largest(flat), points: CORNERS.map(stack) };
}

// Does PyTorch, asked the same, say the same? null: it was asked something else.
export function agreement({ points }, torch, question) {
  if (!torch || !Object.keys(question).every((key) => torch[key] === question[key])) return null;
  return points.every((point, i) => far(point, torch.points[i]) <= 1e-9);
}

export function inWords({ layers, between }, { single: { W, b }, off, bent }, number) {
  const pair = (row) => `(${row.map((v) => number(v, 2)).join(", ")})`;
  const one = `W with the rows ${pair(W[0])} and ${pair(W[1])}, b = ${pair(b)}`;
  if (layers === 1) return `One layer: ${one}. There is nothing to collapse yet.`;
  if (between === "nothing")
    return `${layers} layers with nothing between them do what one layer does: ${one}. The largest difference in the picture is ${number(off, 4)}.`;
  const start = `${layers} layers with ${BETWEEN[between].label} between them: `;
  if (off < 1e-9) return `${start}all these points are positive wherever it looks, so it changes nothing, and one layer still does the same.`;
  const away = `points lie up to ${number(off, 2)} away from where the product of the matrices sends them`;
  return bent < 1e-9 ? `${start}${away}, but some other single layer would do.` : `${start}${away}. Straight lines are bent: no single layer can do that.`;
}
