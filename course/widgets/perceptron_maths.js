// What a perceptron of two inputs says about points and about the plane. No drawing here.

// Weights come in steps of 0.05, which binary fractions only approximate: 0.7 + 0.1 − 0.8 shall be 0, and fire.
export function sum({ w1, w2, b }, [x1, x2]) {
  const z = w1 * x1 + w2 * x2 + b;
  return Math.abs(z) < 1e-9 ? 0 : z;
}

// One row for each example: {x, z, says, wanted, right}.
export function judged({ x, y }, neuron) {
  return x.map((point, i) => {
    const z = sum(neuron, point);
    const says = z >= 0 ? 1 : 0;
    return { x: point, z, says, wanted: y[i], right: says === y[i] };
  });
}

// The square from low to high, cut by the boundary: {fires, silent, ends}. The first two are corners of
// polygons, possibly none; ends are the two points where the boundary leaves the square, or null.
export function cut(neuron, [low, high]) {
  const square = [[low, low], [high, low], [high, high], [low, high]];
  const crossings = [];
  const side = (sign) => square.flatMap((here, i) => {
    const next = square[(i + 1) % 4];
    const [from, to] = [sign * sum(neuron, here), sign * sum(neuron, next)];
    const kept = from >= 0 ? [here] : [];
    if ((from >= 0) === (to >= 0)) return kept;
    const part = from / (from - to);
    const at = here.map((v, axis) => v + part * (next[axis] - v));
    if (sign > 0) crossings.push(at);
    return [...kept, at];
  });
  const fires = side(1);
  const all = fires.length === 4 && !crossings.length;
  return { fires, silent: all ? [] : side(-1), ends: crossings.length === 2 ? crossings : null };
}

// Where the arrow of the weights begins: in the middle of what is seen of the boundary.
export function foot({ ends }, [low, high]) {
  if (!ends) return [(low + high) / 2, (low + high) / 2];
  return [0, 1].map((axis) => (ends[0][axis] + ends[1][axis]) / 2);
}

function snapped(value, [low, high, step]) {
  return Number((Math.round(Math.min(high, Math.max(low, value)) / step) * step).toFixed(6));
}

// The bias with which the boundary runs through a point.
export function through(point, neuron, ranges) {
  return { b: snapped(-(neuron.w1 * point[0] + neuron.w2 * point[1]), ranges.b) };
}

// Weights whose arrow leads from `start` to `point`, and the bias that keeps the boundary at `start`.
export function turned(start, point, scale, ranges) {
  const w1 = snapped((point[0] - start[0]) / scale, ranges.w1);
  const w2 = snapped((point[1] - start[1]) / scale, ranges.w2);
  return { w1, w2, ...through(start, { w1, w2 }, ranges) };
}

// A neuron inside the ranges that decides as this one: only the proportions count.
export function fitted([w1, w2, b], ranges) {
  const over = Math.max(1, Math.abs(w1) / ranges.w1[1], Math.abs(w2) / ranges.w2[1], Math.abs(b) / ranges.b[1]);
  return { w1: w1 / over, w2: w2 / over, b: b / over };
}

// Lines between the ones and the zeros of a table of count × count values, row after row from below.
// They run half-way between neighbours, smoothed within a cell, and each is one piece, so that its dashes
// stay dashes.
export function contours(values, count, [low, high]) {
  const one = (i, j) => values[j * count + i] >= 0.5;
  const step = (high - low) / (count - 1);
  const wide = 2 * count; // a place of i, j half steps is the number j * wide + i: quicker to look up than a text
  const links = new Map(); // from each place on a line to its neighbours there
  const link = (from, to) => { if (links.has(from)) links.get(from).push(to); else links.set(from, [to]); };
  for (let j = 0; j + 1 < count; j++) for (let i = 0; i + 1 < count; i++) {
    const first = one(i, j);
    if (one(i + 1, j) === first && one(i + 1, j + 1) === first && one(i, j + 1) === first) continue; // most cells
    const corners = [first, one(i + 1, j), one(i + 1, j + 1), one(i, j + 1)];
    const corner = 2 * j * wide + 2 * i;
    const middles = [corner + 1, corner + wide + 2, corner + 2 * wide + 1, corner + wide];
    const crossed = middles.filter((_, k) => corners[k] !== corners[(k + 1) % 4]);
    for (let k = 0; k + 1 < crossed.length; k += 2) {
      link(crossed[k], crossed[k + 1]);
      link(crossed[k + 1], crossed[k]);
    }
  }
  const lines = [];
  const walk = (start) => {
    const line = [start];
    for (let here = start; ;) {
      const next = links.get(here).pop();
      if (next === undefined) return line;
      const back = links.get(next);
      back.splice(back.indexOf(here), 1);
      line.push((here = next));
    }
  };
  for (const ends of [1, 2]) // open lines from their ends first, then rings
    for (const [place, next] of links) if (next.length === ends) lines.push(walk(place));
  const apart = (place) => [place % wide, Math.floor(place / wide)];
  return lines.map((line) => smooth(smooth(line.map(apart))).map((p) => p.map((half) => low + (half / 2) * step)));
}

// Each point but the ends becomes the mean of itself and its neighbours: steps of a slanted line go away.
function smooth(line) {
  return line.map((here, k) => (k === 0 || k === line.length - 1 ? here
    : here.map((v, axis) => (line[k - 1][axis] + v + line[k + 1][axis]) / 3)));
}

// Where the learner's answers differ from these: {points, plane (a share), edge, odd}. edge: at all
// points that differ the sum is exactly 0. odd: some answer is neither 0 nor 1.
export function compared(plane, points, neuron, rows, count, [low, high]) {
  const at = (k) => low + ((high - low) * k) / (count - 1);
  let differ = 0;
  let looked = 0;
  plane.forEach((value, k) => {
    const z = sum(neuron, [at(k % count), at(Math.floor(k / count))]);
    if (z === 0) return; // on the boundary, rounding decides
    looked += 1;
    if (value !== (z > 0 ? 1 : 0)) differ += 1;
  });
  // A sum that only rounds to 0 may come out on either side.
  const clear = rows.map(({ x, z }) => z !== 0 || neuron.w1 * x[0] + neuron.w2 * x[1] + neuron.b === 0);
  const off = rows.filter((row, i) => clear[i] && points[i] !== row.says);
  return {
    points: off.length, plane: looked ? differ / looked : 0, edge: off.length > 0 && off.every(({ z }) => z === 0),
    odd: [...plane, ...points].some((value) => value !== 0 && value !== 1),
  };
}

export function verdict(name, { points, plane, edge, odd }, total) {
  if (odd) return `Your ${name} gives values other than 0 and 1.`;
  if (!points && !plane) return `Your ${name} agrees at all ${total} points and on the whole plane.`;
  const share = plane < 0.01 ? "less than 1" : String(Math.round(100 * plane));
  const where = [points ? `at ${points} of ${total} points` : "", plane ? `on ${share} % of the plane` : ""];
  const start = `Your ${name} answers differently ${where.filter(Boolean).join(" and ")}.`;
  return edge ? `${start} There the sum is exactly 0: does yours fire?` : start;
}

export function inWords(set, rows, { w1, w2 }, ends, number) {
  const right = rows.filter((row) => row.right).length;
  const score = `${right} of ${rows.length} right`;
  const where = w1 === 0 && w2 === 0 ? "Both weights are 0: there is no boundary, and the neuron says the same everywhere. "
    : !ends ? "The boundary lies outside of the picture. " : "";
  const never = set.separable ? "" : ` No line gets all ${rows.length} right.`;
  const apart = right === rows.length ? " The line separates them." : never;
  if (rows.length > 4) return `${where}${set.label}: ${score}.${apart}`;
  const said = rows.map((row) => `${row.says} at (${row.x.map((v) => number(v, 0)).join(", ")})`).join(", ");
  const gate = ` This neuron is ${set.label === "NAND" ? "a" : "an"} ${set.label} gate.`;
  return `${where}The neuron says ${said}. For ${set.label}, ${score}.${right === 4 ? gate : never}`;
}
