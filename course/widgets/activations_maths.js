// The five activations: values, slopes and where they saturate. No drawing here.

export const SATURATED = 0.05; // a zone is shaded where |a'| is below this

const sigmoid = (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));
// Where the slope falls to SATURATED: s (1 - s) = 0.05 solved for z, and 1 - t^2 = 0.05.
const sigmoidEdge = (() => {
  const s = (1 + Math.sqrt(1 - 4 * SATURATED)) / 2;
  return Math.log(s / (1 - s));
})();
const tanhEdge = Math.atanh(Math.sqrt(1 - SATURATED));
const both = (edge) => [[-Infinity, -edge], [edge, Infinity]];

// jumps: where value or slope is not continuous, so that no line is drawn across.
export const ACTIVATIONS = {
  step: {
    label: "step", formula: "1 if z ≥ 0, else 0", range: [-1.25, 1.25], ticks: [-1, 0, 1],
    value: (z) => (z >= 0 ? 1 : 0), slope: () => 0,
    zones: [[-Infinity, Infinity]], zoneName: "no gradient", jumps: { value: [0], slope: [] },
  },
  linear: {
    label: "linear", formula: "z", range: [-8.6, 8.6], ticks: [-8, -4, 0, 4, 8],
    value: (z) => z, slope: () => 1,
    zones: [], jumps: { value: [], slope: [] },
  },
  sigmoid: {
    label: "sigmoid", formula: "1 / (1 + e⁻ᶻ)", range: [-1.25, 1.25], ticks: [-1, 0, 1],
    value: sigmoid, slope: (z) => sigmoid(z) * sigmoid(-z),
    zones: both(sigmoidEdge), zoneName: "saturated", jumps: { value: [], slope: [] },
  },
  tanh: {
    label: "tanh", formula: "tanh z", range: [-1.25, 1.25], ticks: [-1, 0, 1],
    value: Math.tanh, slope: (z) => 1 / Math.cosh(z) ** 2,
    zones: both(tanhEdge), zoneName: "saturated", jumps: { value: [], slope: [] },
  },
  relu: {
    label: "ReLU", formula: "max(0, z)", range: [-2, 8.6], ticks: [0, 4, 8],
    value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0), // 0 at 0 is the course's convention
    zones: [[-Infinity, 0]], zoneName: "no gradient", jumps: { value: [], slope: [0] },
  },
};

// Everything that is said about one point: z = w x + b, a and its derivatives by the chain rule.
export function atPoint(activation, x, w, b) {
  const { value, slope } = ACTIVATIONS[activation];
  const z = w * x + b;
  const da_dz = slope(z);
  return { z, a: value(z), da_dz, da_dw: da_dz * x, da_dx: da_dz * w, da_db: da_dz };
}

// Which x and b put the point at z: x moves as far as it can, and b does the rest.
export function towards(z, { x, w, b }, ranges) {
  const snap = (v, [low, high, step]) =>
    Number((Math.round(Math.min(high, Math.max(low, v)) / step) * step).toFixed(6));
  const newX = w === 0 ? x : snap((z - b) / w, ranges.x);
  const rest = z - w * newX;
  // Rounding x to its step is no reason to move b.
  const exact = w === 0 ? x : Math.min(ranges.x[1], Math.max(ranges.x[0], (z - b) / w));
  const moved = Math.abs(w * exact + b - z) > 1e-9 || w === 0;
  return { x: newX, b: moved ? snap(rest, ranges.b) : b };
}

// Does torch.autograd, asked at the same point, say the same? null: it was asked elsewhere.
export function agreement(here, torch, question) {
  if (!torch || !Object.keys(question).every((key) => torch[key] === question[key])) return null;
  return Object.keys(here).every((key) => {
    const other = torch[key] ?? 0; // no gradient at all counts as a slope of 0 (step)
    return Math.abs(here[key] - other) <= 1e-9 * Math.max(1, Math.abs(here[key]));
  });
}

export function inWords(activation, { z, a, da_dz }, number) {
  const { label, zones } = ACTIVATIONS[activation];
  const start = `${label} at z = ${number(z, 2)} gives a = ${number(a)}. `;
  if (activation === "step")
    return start + (z === 0 ? "Here it jumps, and has no slope at all."
      : "The slope is 0 on both sides of the jump: wherever the point is, no gradient comes back.");
  if (activation === "linear")
    return start + "The slope is 1 everywhere: nothing saturates, and nothing bends.";
  if (activation === "relu")
    return start + (z > 0 ? "The slope is 1: the gradient comes back whole."
      : z < 0 ? "The slope is 0: in the shaded zone no gradient comes back."
      : "Here is the corner: the slope jumps from 0 to 1, and we take 0.");
  const inside = zones.some(([low, high]) => z > low && z < high);
  return start + `A small change of z comes out ${number(da_dz, 3)} times as large` +
    (inside ? `: in the shaded zone, where a′ is below ${SATURATED}, the activation is saturated.` : ".");
}
