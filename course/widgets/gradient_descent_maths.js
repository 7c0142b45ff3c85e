// The mean cross-entropy of a neuron with one weight and one bias: its slopes, its descent, its valley, in words.

const softplus = (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));

export const sigmoid = (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

export function cost({ x, y }, [w, b]) {
  return x.reduce((sum, at, i) => sum + softplus(w * at + b) - y[i] * (w * at + b), 0) / x.length;
}

export function slopes({ x, y }, [w, b]) {
  const mistakes = x.map((at, i) => sigmoid(w * at + b) - y[i]);
  return [mistakes.reduce((sum, m, i) => sum + m * x[i], 0) / x.length, mistakes.reduce((sum, m) => sum + m, 0) / x.length];
}

export function update(set, at, rate) {
  const [dw, db] = slopes(set, at);
  return [at[0] - rate * dw, at[1] - rate * db];
}

// steps + 1 points [w, b], the start first.
export function descend(set, start, rate, steps) {
  const path = [start];
  while (path.length <= steps) path.push(update(set, path.at(-1), rate));
  return path;
}

// [[hww, hwb], [hwb, hbb]]: the second derivatives of the cost.
function curvature({ x }, [w, b]) {
  const part = (power) => x.reduce((sum, at) => {
    const p = sigmoid(w * at + b);
    return sum + p * (1 - p) * at ** power;
  }, 0) / x.length;
  return [[part(2), part(1)], [part(1), part(0)]];
}

// The bottom of the valley, by Newton's method; our data have one, since no threshold separates them.
export function lowest(set) {
  let at = [0, 0];
  for (let i = 0; i < 40; i++) {
    const [g, h] = slopes(set, at);
    const [[p, q], [, r]] = curvature(set, at);
    const size = p * r - q * q;
    at = [at[0] - (r * g - q * h) / size, at[1] - (p * h - q * g) / size];
  }
  return at;
}

// Where the cost has this height, all around the bottom: the cost is convex, so each ray from the bottom meets
// the height once. The rays are spread by the curvature, or a thin valley would have corners.
export function contour(set, bottom, height, count = 72) {
  const [[p, q], [, r]] = curvature(set, bottom);
  const [long, size] = [Math.sqrt(r / (p * r - q * q)), 1 / Math.sqrt(r)];
  return Array.from({ length: count }, (_, i) => {
    const turn = (2 * Math.PI * i) / count;
    const way = [long * Math.cos(turn), size * Math.sin(turn) - (q / r) * long * Math.cos(turn)];
    const at = (length) => [bottom[0] + length * way[0], bottom[1] + length * way[1]];
    let [low, high] = [0, 1];
    while (cost(set, at(high)) < height) high *= 2;
    for (let k = 0; k < 40; k++) {
      const middle = (low + high) / 2;
      if (cost(set, at(middle)) < height) low = middle; else high = middle;
    }
    return at((low + high) / 2);
  });
}

// How far a walk's steps are from those that the formula makes from the same places: {off, step, to}, the largest
// distance, and the first step that is off and where it should have led; both null where none is.
export function stepsOff(set, path, rate) {
  const found = { off: 0, step: null, to: null };
  for (let k = 1; k < path.length; k++) {
    if ([...path[k - 1], ...path[k]].some((v) => v === null)) continue;
    const to = update(set, path[k - 1], rate);
    const off = Math.max(Math.abs(path[k][0] - to[0]), Math.abs(path[k][1] - to[1]));
    if (off > 1e-6 && found.step === null) Object.assign(found, { step: k, to });
    found.off = Math.max(found.off, off);
  }
  return found;
}

// What becomes of a walk: {kind: "arrives", "creeps", "settles", "bounces" or "diverges", rises, from, most, left}.
export function fate(costs, bottom, path, ranges) {
  const rises = costs.filter((now, k) => k && now > costs[k - 1] + 1e-9).length;
  const late = costs.findLastIndex((now) => now - bottom > 0.01); // the last that is not yet at the bottom
  const from = late + 1 < costs.length ? late + 1 : null;
  const most = Math.max(...costs);
  const gone = path.findIndex(([w, b]) => w < ranges.w[0] || w > ranges.w[1] || b < ranges.b[0] || b > ranges.b[1]);
  const wild = Math.max(...costs.slice(-20)) > Math.max(costs[0], Math.LN2);
  const kind = from !== null ? (rises ? "settles" : "arrives") : !rises ? "creeps" : wild ? "diverges" : "bounces";
  return { kind, rises, from, most, left: gone < 0 ? null : gone };
}

export function story({ kind, rises, from, most, left }, costs, bottom, number) {
  const n = costs.length - 1;
  const end = number(costs.at(-1), 2);
  const low = number(bottom, 2);
  const told = {
    arrives: `It arrives: from step ${from} on the cost is within 0.01 of the lowest, ${low}.`,
    creeps: `It creeps: after ${n} steps the cost is ${end}, and the lowest is ${low}. The steps are too short.`,
    settles: `At first the steps are too long, and the cost rises in ${rises} of them. From step ${from} on it is within 0.01 of the lowest, ${low}.`,
    bounces: `It bounces: the steps jump across the valley. The cost rises in ${rises} of ${n} steps, and ends at ${end}; the lowest is ${low}.`,
    diverges: `It diverges: the steps are far too long and throw it out of the valley. The cost rises in ${rises} of ${n} steps, up to ${number(most, 1)}; the lowest is ${low}.`,
  }[kind];
  return left === null ? told : `${told} At step ${left} the path leaves the picture.`;
}
