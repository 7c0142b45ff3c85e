// What a 2 x 2 matrix does to the plane, in numbers and in words. No drawing here.
// A matrix is {a, b, c, d}: rows (a, b) and (c, d), columns (a, c) and (b, d).

const TINY = 1e-9; // entries are multiples of 0.05: anything smaller is rounding

export const PRESETS = {
  identity: { label: "identity", a: 1, b: 0, c: 0, d: 1 },
  rotation: { label: "rotation", a: 0.8, b: -0.6, c: 0.6, d: 0.8 },
  shear: { label: "shear", a: 1, b: 0.5, c: 0, d: 1 },
  stretch: { label: "stretch", a: 1.5, b: 0, c: 0, d: 0.5 },
  mirror: { label: "mirror", a: -1, b: 0, c: 0, d: 1 },
  projection: { label: "projection", a: 0.8, b: 0.4, c: 0.4, d: 0.2 },
};
const ENTRIES = ["a", "b", "c", "d"];

export const apply = ({ a, b, c, d }, [x, y]) => [a * x + b * y, c * x + d * y];
export const det = ({ a, b, c, d }) => a * d - b * c;
export const same = (M, N) => ENTRIES.every((entry) => Math.abs(M[entry] - N[entry]) < TINY);
export const presetOf = (M) => Object.keys(PRESETS).find((key) => same(PRESETS[key], M)) ?? "own";

export function rank(M) {
  if (Math.abs(det(M)) > TINY) return 2;
  return ENTRIES.some((entry) => Math.abs(M[entry]) > TINY) ? 1 : 0;
}

// Eigenvalues as pairs [real, imaginary], the larger first; directions: one arrow of length 1 for each
// real eigenvalue that has a line of its own. kind: "two", "one" (of a double eigenvalue), "all", "none".
export function eigen(M) {
  const half = (M.a + M.d) / 2;
  const under = half * half - det(M);
  if (under < -TINY) {
    const turn = Math.sqrt(-under);
    return { kind: "none", values: [[half, turn], [half, -turn]], directions: [] };
  }
  const root = under < TINY ? 0 : Math.sqrt(under);
  const values = [[half + root, 0], [half - root, 0]];
  if (root > 0) return { kind: "two", values, directions: values.map(([value]) => direction(M, value)) };
  const scales = Math.abs(M.b) < TINY && Math.abs(M.c) < TINY;
  return { kind: scales ? "all" : "one", values, directions: scales ? [] : [direction(M, half)] };
}

// The arrow that M - value turns to zero: it stands at a right angle to the longer of the two rows.
function direction(M, value) {
  const rows = [[M.a - value, M.b], [M.c, M.d - value]];
  const [x, y] = Math.hypot(...rows[0]) >= Math.hypot(...rows[1]) ? rows[0] : rows[1];
  const length = Math.hypot(x, y);
  const [u, v] = [-y / length, x / length];
  return u < -TINY || (Math.abs(u) <= TINY && v < 0) ? [-u, -v] : [u, v];
}

export const facts = (M) => ({ det: det(M), rank: rank(M), eigenvalues: eigen(M).values });

// Does np.linalg, asked about the same matrix, say the same? null: it was asked about another.
export function agreement(here, told, M) {
  if (!told || !ENTRIES.every((entry) => told[entry] === M[entry])) return null;
  // A double eigenvalue is known to half the digits only.
  const near = (x, y) => Math.abs(x - y) < 1e-6;
  return near(here.det, told.det) && here.rank === told.rank &&
    here.eigenvalues.every((value, i) => value.every((part, j) => near(part, told.eigenvalues[i][j])));
}

// An entry on its grid, within its range.
export function snapped(value, [low, high, step]) {
  return Number((Math.round(Math.min(high, Math.max(low, value)) / step) * step).toFixed(6));
}

export function inWords(M, number) {
  return [aboutArea(M, number), aboutRank(M), aboutDirections(M, number)].join(" ");
}

function aboutArea(M, number) {
  const size = Math.abs(det(M));
  if (size < TINY) return "Determinant 0: the unit square has lost its area.";
  const grows = Math.abs(size - 1) < TINY ? "areas stay as they are" : `areas become ${number(size, 2)} times as large`;
  const turned = det(M) < 0 ? ", and the plane is turned over, as by a mirror" : "";
  return `Determinant ${number(det(M), 2)}: ${grows}${turned}.`;
}

function aboutRank(M) {
  return [
    "Rank 0: the whole plane falls into the origin.",
    "Rank 1: the whole plane is squashed onto one line, and no map can undo that.",
    "Rank 2: nothing is lost, and the map can be undone.",
  ][rank(M)];
}

function aboutDirections(M, number) {
  const { kind, values, directions } = eigen(M);
  const arrow = ([x, y]) => `(${number(x, 2)}, ${number(y, 2)})`;
  if (kind === "none") return "Eigenvectors: no arrow keeps its line, all are turned.";
  if (kind === "all") return `Eigenvectors: every arrow keeps its line, and is multiplied by ${number(values[0][0], 2)}.`;
  const told = directions.map((end, i) => `along ${arrow(end)} they are multiplied by ${number(values[i][0], 2)}`);
  return `Eigenvectors, the arrows that keep their line: ${told.join(", ")}${kind === "one" ? ", and there is no second line" : ""}.`;
}
