// A network of two inputs, one hidden layer of tanh units and one sigmoid output. No drawing here.

// The parameters at the start: {W1: [[w of x1 for each unit], [w of x2]], b1, W2, b2}. `numbers` are the random ones.
export function beginning(numbers, start, units) {
  const random = numbers[start];
  const weight = start === "all 0.5" ? 0.5 : 0;
  const each = (make) => Array.from({ length: units }, (_, j) => make(j));
  return {
    W1: [0, 1].map((i) => each((j) => (random ? random.W1[i][j] / Math.SQRT2 : weight))),
    b1: each(() => 0),
    W2: each((j) => (random ? random.W2[j] / Math.sqrt(units) : weight)),
    b2: 0,
  };
}

function hidden({ W1, b1 }, [x1, x2]) {
  return b1.map((b, j) => Math.tanh(W1[0][j] * x1 + W1[1][j] * x2 + b));
}

// The sum before the sigmoid.
function logit({ W2, b2 }, activations) {
  return activations.reduce((z, a, j) => z + W2[j] * a, b2);
}

// On the points (x1, x2) whose coordinates are all pairs of `side`, row after row from below: the activation of one
// unit, and the sum of the whole network. Asked anew in each frame of a drag, so no function is called for each point:
// tanh(s + t) = 1 - 2 / (1 + exp(2 s) exp(2 t)), within two units of the last place of 1
// where |s| and |t| stay below 150, far beyond any weight here; past that no factor overflows or is 0.
export function unitOn(params, j, side) {
  return added(new Float64Array(side.length ** 2), 1, params, j, side);
}

export function sumOn(params, side) {
  const found = new Float64Array(side.length ** 2).fill(params.b2);
  params.W2.forEach((w, j) => { if (w !== 0) added(found, w, params, j, side); }); // 0: switched off
  return found;
}

function added(found, w, { W1, b1 }, j, side) {
  const factor = (s) => Math.exp(Math.max(-300, Math.min(300, 2 * s)));
  const across = side.map((x1) => factor(W1[0][j] * x1));
  const count = side.length;
  for (let row = 0, k = 0; row < count; row++) {
    const up = factor(W1[1][j] * side[row] + b1[j]);
    for (let i = 0; i < count; i++, k++) found[k] += w * (1 - 2 / (1 + across[i] * up));
  }
  return found;
}

// What Python packed: numbers of 8 bytes each as base64; nan where the learner's function gave no number.
export function unpacked(text) {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return new Float64Array(bytes.buffer);
}

// Coordinates along one side of a square: the middles of `count` cells, or `count` points of which the ends lie on the frame.
export const middles = (count, [low, high]) => Array.from({ length: count }, (_, k) => low + ((k + 0.5) / count) * (high - low));
export const along = (count, [low, high]) => Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));

export const sigmoid = (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

// The mean cross-entropy, and how many points are on the right side.
export function judged(params, { x, y }) {
  let cost = 0;
  let right = 0;
  x.forEach((point, i) => {
    const z = logit(params, hidden(params, point));
    cost += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y[i] * z;
    right += (z > 0 ? 1 : 0) === y[i] ? 1 : 0;
  });
  return { cost: cost / x.length, right };
}

// One step of gradient descent on all points: new parameters, and the cost before the step.
export function stepped(params, { x, y }, rate) {
  const units = params.b1.length;
  const zeros = () => new Array(units).fill(0);
  const slopes = { W1: [zeros(), zeros()], b1: zeros(), W2: zeros(), b2: 0 };
  let cost = 0;
  x.forEach(([x1, x2], i) => {
    const a = hidden(params, [x1, x2]);
    const z = logit(params, a);
    cost += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y[i] * z;
    const dz = (sigmoid(z) - y[i]) / x.length;
    slopes.b2 += dz;
    for (let j = 0; j < units; j++) {
      slopes.W2[j] += dz * a[j];
      const back = dz * params.W2[j] * (1 - a[j] * a[j]); // with the W2 of the forward pass
      slopes.b1[j] += back;
      slopes.W1[0][j] += back * x1;
      slopes.W1[1][j] += back * x2;
    }
  });
  const moved = (values, slope) => values.map((v, j) => v - rate * slope[j]);
  return {
    params: {
      W1: params.W1.map((row, i) => moved(row, slopes.W1[i])), b1: moved(params.b1, slopes.b1),
      W2: moved(params.W2, slopes.W2), b2: params.b2 - rate * slopes.b2,
    },
    cost: cost / x.length,
  };
}

// The whole run: the networks after 0, every, 2 every, ... steps, and the cost before each step and after the last.
export function training(params, points, { steps, every, rate }) {
  const networks = [params];
  const costs = [];
  for (let k = 1; k <= steps; k++) {
    const next = stepped(params, points, rate);
    costs.push(next.cost);
    params = next.params;
    if (k % every === 0) networks.push(params);
  }
  costs.push(judged(params, points).cost);
  return { networks, costs };
}

// The network without the units that are switched off, which `off` names: nothing of theirs reaches the output.
export function without(params, off) {
  return { ...params, off, W2: params.W2.map((w, j) => (off.includes(j) ? 0 : w)) };
}

// How many hidden units differ from each other, to four decimals.
export function different({ W1, b1 }) {
  return new Set(b1.map((b, j) => [W1[0][j], W1[1][j], b].map((v) => (Math.round(v * 1e4) + 0) || 0).join())).size;
}

// Values from -1 to 1, in shades from -levels to levels. For each shade but 0, the runs of equal cells in a row as one
// path, in units of cells and with y downwards: [shade, d] for every shade in order, so that each keeps its place.
export function shades(values, count, levels) {
  const paths = new Array(2 * levels + 1).fill("");
  for (let j = 0, k = 0; j < count; j++) {
    let [from, here] = [0, 0];
    for (let i = 0; i <= count; i++) {
      const next = i < count ? Math.max(-levels, Math.min(levels, Math.round(values[k++] * levels))) : null;
      if (next === here) continue;
      if (here && i > from) paths[here + levels] += `M${from} ${count - 1 - j}h${i - from}v1h${from - i}z`;
      [from, here] = [i, next];
    }
  }
  return paths.map((d, k) => [k - levels, d]).filter(([k]) => k !== 0);
}

export function inWords({ label, x }, { units, step, off, start }, { cost, right }, differ, number) {
  const many = (n, thing) => `${n} ${thing}${n === 1 ? "" : "s"}`;
  const gone = off.filter((j) => j < units).map((j) => j + 1).sort((a, b) => a - b);
  const switched = gone.length ? ` ${gone.length === 1 ? "Unit" : "Units"} ${gone.join(", ")} switched off.` : "";
  const same = differ < units ? ` Of the ${units} hidden units only ${differ} differ.` : "";
  return `${label[0].toUpperCase()}${label.slice(1)}, ${many(units, "hidden unit")}, start ${start}, step ${step}: cost ${number(cost, 3)}, ${right} of ${x.length} right.${switched}`
    + (units > 1 && differ === 1 ? ` All ${units} hidden units are the same.` : same);
}
