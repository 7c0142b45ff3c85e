// The hidden units explorer: a small network that learns, with a picture for each hidden unit.
import { element, svg, set, say, keep, remembered, number, magnitude, ASKED, sayOrKeep } from "./dom.js";
import { panel, path, whenResized } from "./plot.js";
import { widget, slider, choice, legend, readAloud } from "./controls.js";
import { connect, learnerSentence, learnerNotes } from "./notebook.js";
import { contours } from "./perceptron_maths.js";
import { beginning, training, judged, without, different, unitOn, sumOn, middles, along, sigmoid, shades, unpacked, inWords } from "./hidden_units_maths.js";

const CELLS = { unit: 24, output: 48 };
const LEVELS = 6;
const FRAME = 60; // milliseconds between two networks of the film
const NETWORK = ["data", "units", "start", "step", "off"];
const KEEP_KEYS = { "data-lm-suppress-shortcuts": "true" };

function render({ model, el }) {
  const sets = model.get("sets");
  const rules = model.get("rules");
  const picture = svg("svg", { class: "nn-picture", role: "img" });
  const drawing = networkPicture(picture, rules, (unit) => toggle(unit));

  const labels = Object.fromEntries(model.get("names").map((name) => [name, sets[name].label]));
  const picked = choice("Points", labels, (data) => change({ data }));
  const start = choice("Start", Object.fromEntries(model.get("starts").map((name) => [name, name])), (name) => change({ start: name, step: 0 }));
  const units = slider({ name: "units", label: "hidden units", range: [1, rules.most, 1], digits: 0 }, (value) => change({ units: value }));
  const step = slider({ name: "step", label: "training step", range: [0, rules.steps, rules.every], digits: 0 }, (value) => change({ step: value }));
  const play = element("button", { type: "button", class: "nn-play", ...KEEP_KEYS }, "Play the training");
  const switches = Array.from({ length: rules.most }, (_, unit) => {
    const button = element("button", { type: "button", "aria-label": `hidden unit ${unit + 1}`, ...KEEP_KEYS }, String(unit + 1));
    button.addEventListener("click", () => toggle(unit));
    return button;
  });
  const key = legend([
    { key: "plus", look: "plus", text: "positive" },
    { key: "minus", look: "minus", text: "negative (weights dashed)" },
    { key: "line", look: "value", text: "output one half" },
    { key: "learner", look: "learner", text: "yours" },
  ]);
  const words = element("p", { class: "nn-words" });
  const referee = element("p", { class: "nn-verdict" });
  const notes = learnerNotes();
  const aloud = readAloud();
  const stage = element("div", { class: "nn-stage" }, picture);
  el.append(widget("hidden",
    picked.root, start.root,
    element("div", { class: "nn-columns" },
      element("div", { class: "nn-main" }, stage, key.root),
      element("div", { class: "nn-side" },
        element("div", { class: "nn-sliders" }, units.root, step.root),
        element("div", { class: "nn-buttons" }, play),
        element("div", { class: "nn-buttons", role: "group", "aria-label": "hidden units on or off" }, element("b", {}, "Units on"), ...switches),
        referee)),
    words, notes.root, aloud.root));

  let film = null;
  const stop = () => { clearInterval(film); film = null; say(play, "Play the training"); };
  const change = (values) => { stop(); link.change(values); };
  const toggle = (unit) => {
    const off = model.get("off");
    change({ off: off.includes(unit) ? off.filter((other) => other !== unit) : [...off, unit] });
  };
  play.addEventListener("click", () => {
    if (film !== null) { stop(); return; }
    if (model.get("step") >= rules.steps) link.change({ step: 0 });
    say(play, "Stop");
    film = setInterval(() => {
      const next = Math.min(rules.steps, model.get("step") + rules.every);
      link.change({ step: next });
      if (next === rules.steps) stop();
    }, FRAME);
  });

  // A run is computed once for each choice of points, start and width.
  const known = new Map();
  const run = (now) => {
    const name = [now.data, now.start, now.units].join();
    if (!known.has(name)) known.set(name, training(beginning(model.get("numbers"), now.start, now.units), sets[now.data], rules));
    return known.get(name);
  };

  let width = null;
  const shownOf = remembered((whole) => without(whole, model.get("off"))); // a new one where the picture changes
  const gapOf = remembered(gap);
  const valuesOf = remembered(unpacked);
  const redraw = () => {
    const now = Object.fromEntries(NETWORK.map((trait) => [trait, model.get(trait)]));
    const points = sets[now.data];
    const { networks, costs } = run(now);
    const whole = networks[Math.min(networks.length - 1, Math.round(now.step / rules.every))];
    const params = shownOf(whole, String(now.off));
    const score = judged(params, points);
    const { plane, costs: own } = model.get("learner");
    const asked = model.get("asked");
    const alive = link?.alive();
    const sameRun = ["data", "units", "start"].every((trait) => asked[trait] === now[trait]);
    const fresh = sameRun && asked.step === now.step && String(asked.off) === String(now.off);
    const planeDrawn = plane?.state === "drawn" && fresh;
    const costsDrawn = own?.state === "drawn" && sameRun;
    const answers = planeDrawn ? valuesOf(plane.values) : null;
    drawing.draw({ width, now, points, params, whole, costs, score,
      plane: answers, own: costsDrawn ? own.values : null });

    picked.show(now.data);
    start.show(now.start);
    units.show(now.units, `${now.units} hidden units`);
    step.show(now.step, `step ${now.step}, cost ${number(score.cost, 3)}`);
    switches.forEach((button, unit) => set(button, { hidden: unit >= now.units, "aria-pressed": String(!now.off.includes(unit)) }));
    const asking = alive && ASKED;
    const yours = [plane, own].filter((one, i) => one?.state === "drawn" && (alive || [planeDrawn, costsDrawn][i]));
    key.show("learner", yours.length ? `your ${yours.map(({ name }) => name).join(" and ")}` : null);
    sayOrKeep(referee, !fresh ? asking : alive ? `Python, on the same network: cost ${number(model.get("cost"), 6)}, difference ${magnitude(Math.abs(model.get("cost") - score.cost))}.` : "");
    notes.show([
      planeDrawn || plane?.state !== "drawn" ? learnerSentence(plane, planeDrawn ? gapOf(answers, params, points, rules.count) : 0, alive) : asking,
      costsDrawn || own?.state !== "drawn" ? learnerSentence(own, costsDrawn ? Math.max(...own.values.map((c, k) => Math.abs((c ?? Infinity) - costs[k]))) : 0, alive) : asking,
    ]);
    const said = inWords(points, now, score, different(whole), number);
    say(words, said);
    set(picture, { "aria-label": said });
    if (film === null) aloud.show(said);
  };

  let link = null;
  const stopWatching = whenResized(stage, (now) => { width = now; redraw(); });
  link = connect(model, [...NETWORK, "learner", "asked", "cost"], redraw);
  return () => { stop(); stopWatching(); aloud.stop(); link.stop(); };
}

// Output and cost right of the network, or below it where there is no room: where each begins, in pixels.
function layout(width) {
  if (width >= 340) {
    const side = Math.min(0.44 * width, 250);
    const left = width - side - 18;
    return { whole: 430, network: 430, left, above: 24, side, below: side + 74, target: [left - 24, 24 + side / 2] };
  }
  const side = Math.min(width - 56, 220);
  return { whole: 290 + side + 140, network: 260, left: 32, above: 290, side, below: 290 + side + 34, target: [width - 22, 276] };
}

// The largest difference between the learner's answers on the plane and these.
function gap(values, params, { range }, count) {
  const sum = sumOn(params, along(count, range));
  return values.reduce((most, value, k) => Math.max(most, Number.isNaN(value) ? Infinity : Math.abs(value - sigmoid(sum[k]))), 0);
}

// Inputs on the left, a tile for each hidden unit, the output with the points on the right, the cost below it.
function networkPicture(picture, rules, clicked) {
  const lines = svg("g");
  const inputs = svg("g");
  const tiles = svg("g");
  const output = svg("g", { class: "nn-shades" });
  picture.append(lines, inputs, tiles);
  const plane = panel(picture, { label: "" });
  const marks = svg("g");
  const halves = svg("path", { class: "nn-halves" });
  const own = svg("path", { class: "nn-learner" });
  plane.inside.append(output, halves, own, marks);
  const curve = panel(picture, { label: "cost" });
  const line = svg("path", { class: "nn-cost" });
  const ownCosts = svg("path", { class: "nn-learner" });
  const dot = svg("circle", { class: "nn-dot", r: 5 });
  curve.inside.append(line, ownCosts);
  picture.append(dot);

  // What keep() makes nodes of.
  const shaded = (values, count, box, strength = 1) => ["g",
    { class: "nn-shades", transform: `translate(${box.x} ${box.y}) scale(${box.side / count})`, "shape-rendering": "crispEdges" },
    shades(values, count, LEVELS).map(([shade, d]) =>
      ["path", { d, class: shade > 0 ? "nn-plus" : "nn-minus", "fill-opacity": (strength * Math.abs(shade)) / LEVELS }])];
  const words = (x, y, text, anchor = "middle", look = null) => ["text", { x, y, "text-anchor": anchor, class: look }, text];
  const weight = (x1, y1, x2, y2, w, thin) => {
    const thick = thin * Math.min(9, 1 + 1.6 * Math.abs(w));
    return [["line", { x1, y1, x2, y2, class: "nn-edge", style: `stroke-width: ${thick + 1.6}px` }],
      ["line", { x1, y1, x2, y2, class: w < 0 ? "nn-weight-minus" : "nn-weight-plus", style: `stroke-width: ${thick}px` }]];
  };
  tiles.addEventListener("click", ({ target }) => { if (target.dataset.unit) clicked(Number(target.dataset.unit)); });
  const ownLines = remembered((answers, range) =>
    contours(answers.map((p) => (p > 0.5 ? 1 : 0)), rules.count, range).map((part) => path(plane, part)).join(""));

  // The network and what it says on the plane: the same as long as its parameters are, the very same arrays.
  const drawNetwork = remembered((width, whole, params, points) => {
    const { whole: height, network, left, above, side, target } = layout(width);
    set(picture, { viewBox: `0 0 ${width} ${height}`, width, height });
    const thin = Math.min(1, width / 480);
    const units = whole.b1.length;
    const tile = Math.min(64, 0.17 * width, (network - 20) / units - 8);
    const middle = (17 + target[0]) / 2 - tile / 2;
    const range = points.range;
    const top = (unit) => network / 2 + (unit - (units - 1) / 2) * (tile + 8) - tile / 2;
    const feet = [network / 2 - 50, network / 2 + 50];

    const drawn = [];
    const squares = [];
    const small = middles(CELLS.unit, range);
    for (let unit = 0; unit < units; unit++) {
      const [y, centre] = [top(unit), top(unit) + tile / 2];
      const off = params.off.includes(unit);
      feet.forEach((foot, i) => drawn.push(...weight(17, foot, middle, centre, whole.W1[i][unit], thin)));
      if (!off) drawn.push(...weight(middle + tile, centre, ...target, whole.W2[unit], thin));
      squares.push(["g", {}, [
        ["rect", { class: "nn-tile", "data-unit": unit, x: middle, y, width: tile, height: tile }],
        shaded(unitOn(whole, unit, small), CELLS.unit, { x: middle, y, side: tile }),
        ...(off ? [["path", { class: "nn-gone nn-mark", d: `M${middle} ${y}l${tile} ${tile}m0 ${-tile}l${-tile} ${tile}` }]] : []),
        ["circle", { class: "nn-badge nn-mark", cx: middle, cy: y + 2, r: 8 }], words(middle, y + 6, String(unit + 1), "middle", "nn-mark"),
      ]]);
    }
    keep(lines, drawn);
    keep(tiles, squares);
    keep(inputs, feet.flatMap((y, i) => [["circle", { class: "nn-input", cx: 17, cy: y, r: 13 }], words(17, y + 4, `x${"₁₂"[i]}`, "middle", "nn-on-input")]));

    const axis = { range, ticks: points.ticks };
    plane.place({ left, top: above, width: side, height: side }, axis, axis);
    const shown = sumOn(params, middles(CELLS.output, range)).map((z) => Math.tanh(z / 2)); // 2 sigmoid(z) - 1
    keep(output, [shaded(shown, CELLS.output, { x: left, y: above, side }, 0.6)]);
    const half = sumOn(params, along(rules.count, range)).map((z) => (z > 0 ? 1 : 0));
    set(halves, { d: contours(half, rules.count, range).map((part) => path(plane, part)).join("") });
    const r = points.x.length > 4 ? 4 : 8;
    keep(marks, points.x.map((x, i) => {
      const [cx, cy] = [plane.px(x[0]), plane.py(x[1])];
      return points.y[i] ? ["circle", { class: "nn-example nn-example-1", cx, cy, r }]
        : ["rect", { class: "nn-example nn-example-0", x: cx - r, y: cy - r, width: 2 * r, height: 2 * r }];
    }));
  });
  const drawCosts = remembered((width, costs) => {
    const { whole: height, left, side, below } = layout(width);
    const high = Math.max(0.8, Math.ceil(10 * Math.max(...costs)) / 10);
    curve.place({ left, top: below, width: side, height: height - below - 26 }, { range: [0, rules.steps], ticks: [0, rules.steps / 2, rules.steps] }, { range: [0, high], ticks: [0, 0.4, 0.8] });
    set(line, { d: path(curve, costs.map((c, k) => [k, Math.min(c, high)]).filter(([k]) => k % rules.every === 0 || k < 40)) });
    return high;
  });

  return {
    draw({ width, now, points, params, whole, costs, score, plane: answers, own: learned }) {
      drawNetwork(width, whole, params, points);
      const high = drawCosts(width, costs);
      set(own, { d: answers ? ownLines(answers, points.range, width) : "" });
      set(ownCosts, { d: learned ? path(curve, learned.map((c, k) => [k, c === null ? null : Math.min(c, high)])) : "" });
      set(dot, { cx: curve.px(now.step), cy: curve.py(Math.min(score.cost, high)) });
    },
  };
}

export default { render };
