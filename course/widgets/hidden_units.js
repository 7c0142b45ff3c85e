// The hidden units explorer: a small network that learns, with a picture for each hidden unit.
import { element, svg, set, say, number, magnitude } from "./dom.js";
import { panel, path, whenResized } from "./plot.js";
import { slider, choice, legend, readAloud } from "./controls.js";
import { connect, learnerSentence, learnerNotes } from "./notebook.js";
import { contours } from "./perceptron_maths.js";
import { beginning, training, judged, without, different, hidden, logit, sigmoid, table, shades, inWords } from "./hidden_units_maths.js";

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
  el.append(element("div", { class: "nn-widget nn-hidden" },
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
  const redraw = () => {
    const now = Object.fromEntries(NETWORK.map((trait) => [trait, model.get(trait)]));
    const points = sets[now.data];
    const { networks, costs } = run(now);
    const whole = networks[Math.min(networks.length - 1, Math.round(now.step / rules.every))];
    const params = without(whole, now.off);
    const score = judged(params, points);
    const { plane, costs: own } = model.get("learner");
    const asked = model.get("asked");
    const alive = link?.alive();
    const sameRun = ["data", "units", "start"].every((trait) => asked[trait] === now[trait]);
    const fresh = sameRun && asked.step === now.step && String(asked.off) === String(now.off);
    const planeDrawn = plane?.state === "drawn" && fresh;
    const costsDrawn = own?.state === "drawn" && sameRun;
    drawing.draw({ width, now, points, params, whole, costs, score,
      plane: planeDrawn ? plane.values.flat() : null, own: costsDrawn ? own.values : null });

    picked.show(now.data);
    start.show(now.start);
    units.show(now.units, `${now.units} hidden units`);
    step.show(now.step, `step ${now.step}, cost ${number(score.cost, 3)}`);
    switches.forEach((button, unit) => set(button, { hidden: unit >= now.units, "aria-pressed": String(!now.off.includes(unit)) }));
    const yours = [planeDrawn ? plane.name : null, costsDrawn ? own.name : null].filter(Boolean);
    key.show("learner", yours.length ? `your ${yours.join(" and ")}` : null);
    say(referee, alive && fresh ? `Python, on the same network: cost ${number(model.get("cost"), 6)}, difference ${magnitude(Math.abs(model.get("cost") - score.cost))}.` : "");
    notes.show([
      planeDrawn || plane?.state !== "drawn" ? learnerSentence(plane, planeDrawn ? gap(plane.values.flat(), params, points, rules.count) : 0, alive) : null,
      costsDrawn || own?.state !== "drawn" ? learnerSentence(own, costsDrawn ? Math.max(...own.values.map((c, k) => Math.abs((c ?? Infinity) - costs[k]))) : 0, alive) : null,
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
function gap(values, params, { range: [low, high] }, count) {
  const at = (k) => low + ((high - low) * k) / (count - 1);
  return Math.max(...values.map((value, k) => (value === null ? Infinity
    : Math.abs(value - sigmoid(logit(params, hidden(params, [at(k % count), at(Math.floor(k / count))])))))));
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

  const shaded = (values, count, box, strength = 1) => {
    const scale = box.side / count;
    const group = svg("g", { class: "nn-shades", transform: `translate(${box.x} ${box.y}) scale(${scale})`, "shape-rendering": "crispEdges" });
    for (const [shade, d] of Object.entries(shades(values, count, LEVELS)))
      group.append(svg("path", { d, class: shade > 0 ? "nn-plus" : "nn-minus", style: `opacity: ${(strength * Math.abs(shade)) / LEVELS}` }));
    return group;
  };
  const words = (x, y, text, anchor = "middle", look = null) => {
    const node = svg("text", { x, y, "text-anchor": anchor, class: look });
    node.textContent = text;
    return node;
  };
  const weight = (x1, y1, x2, y2, w, thin) => {
    const thick = thin * Math.min(9, 1 + 1.6 * Math.abs(w));
    return [svg("line", { x1, y1, x2, y2, class: "nn-edge", style: `stroke-width: ${thick + 1.6}px` }),
      svg("line", { x1, y1, x2, y2, class: w < 0 ? "nn-weight-minus" : "nn-weight-plus", style: `stroke-width: ${thick}px` })];
  };

  return {
    draw({ width, now, points, params, whole, costs, score, plane: answers, own: learned }) {
      const { whole: height, network, left, above, side, below, target } = layout(width);
      set(picture, { viewBox: `0 0 ${width} ${height}`, width, height });
      const thin = Math.min(1, width / 480);
      const tile = Math.min(64, 0.17 * width, (network - 20) / now.units - 8);
      const middle = (17 + target[0]) / 2 - tile / 2;
      const range = points.range;
      const top = (unit) => network / 2 + (unit - (now.units - 1) / 2) * (tile + 8) - tile / 2;
      const feet = [network / 2 - 50, network / 2 + 50];

      const drawn = [];
      const squares = [];
      for (let unit = 0; unit < now.units; unit++) {
        const [y, centre] = [top(unit), top(unit) + tile / 2];
        const off = now.off.includes(unit);
        feet.forEach((foot, i) => drawn.push(...weight(17, foot, middle, centre, whole.W1[i][unit], thin)));
        if (!off) drawn.push(...weight(middle + tile, centre, ...target, whole.W2[unit], thin));
        const square = svg("rect", { class: "nn-tile", x: middle, y, width: tile, height: tile });
        square.addEventListener("click", () => clicked(unit));
        squares.push(square, shaded(table((x) => hidden(whole, x)[unit], CELLS.unit, range), CELLS.unit, { x: middle, y, side: tile }));
        if (off) squares.push(svg("path", { class: "nn-gone nn-mark", d: `M${middle} ${y}l${tile} ${tile}m0 ${-tile}l${-tile} ${tile}` }));
        squares.push(svg("circle", { class: "nn-badge nn-mark", cx: middle, cy: y + 2, r: 8 }), words(middle, y + 6, String(unit + 1), "middle", "nn-mark"));
      }
      lines.replaceChildren(...drawn);
      tiles.replaceChildren(...squares);
      inputs.replaceChildren(...feet.flatMap((y, i) => [svg("circle", { class: "nn-input", cx: 17, cy: y, r: 13 }), words(17, y + 4, `x${"₁₂"[i]}`, "middle", "nn-on-input")]));

      const axis = { range, ticks: points.ticks };
      plane.place({ left, top: above, width: side, height: side }, axis, axis);
      output.replaceChildren(shaded(table((x) => 2 * sigmoid(logit(params, hidden(params, x))) - 1, CELLS.output, range), CELLS.output, { x: left, y: above, side }, 0.6));
      const half = table((x) => (logit(params, hidden(params, x)) > 0 ? 1 : 0), rules.count, cells(range, rules.count));
      set(halves, { d: contours(half, rules.count, range).map((part) => path(plane, part)).join("") });
      set(own, { d: answers ? contours(answers.map((p) => (p !== null && p > 0.5 ? 1 : 0)), rules.count, range).map((part) => path(plane, part)).join("") : "" });
      const r = points.x.length > 4 ? 4 : 8;
      marks.replaceChildren(...points.x.map((x, i) => {
        const [cx, cy] = [plane.px(x[0]), plane.py(x[1])];
        return points.y[i] ? svg("circle", { class: "nn-example nn-example-1", cx, cy, r })
          : svg("rect", { class: "nn-example nn-example-0", x: cx - r, y: cy - r, width: 2 * r, height: 2 * r });
      }));

      const high = Math.max(0.8, Math.ceil(10 * Math.max(...costs)) / 10);
      curve.place({ left, top: below, width: side, height: height - below - 26 }, { range: [0, rules.steps], ticks: [0, rules.steps / 2, rules.steps] }, { range: [0, high], ticks: [0, 0.4, 0.8] });
      set(line, { d: path(curve, costs.map((c, k) => [k, Math.min(c, high)]).filter(([k]) => k % rules.every === 0 || k < 40)) });
      set(ownCosts, { d: learned ? path(curve, learned.map((c, k) => [k, c === null ? null : Math.min(c, high)])) : "" });
      set(dot, { cx: curve.px(now.step), cy: curve.py(Math.min(score.cost, high)) });
    },
  };
}

// table() looks into the middle of cells; the lines of contours() run over points on the frame.
function cells([low, high], count) {
  const half = (high - low) / (count - 1) / 2;
  return [low - half, high + half];
}

export default { render };
