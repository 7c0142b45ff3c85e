// The gradient descent explorer: the valley of the cost, the walk down into it, and the neuron at its end.
import { element, svg, set, say, keep, remembered, number, ASKED } from "./dom.js";
import { panel, path, sampled, draggable, whenResized } from "./plot.js";
import { widget, slider, choice, legend, readAloud } from "./controls.js";
import { connect, learnerSentence, learnerNotes } from "./notebook.js";
import { sigmoid, cost, descend, lowest, contour, stepsOff, fate, story } from "./gradient_descent_maths.js";

const HEIGHTS = [0.01, 0.04, 0.1, 0.2, 0.35, 0.55, 0.8, 1.2, 1.7, 2.4, 3.3, 4.5, 6, 8, 11, 15, 20];
const PAD = { left: 34, right: 8, top: 8, bottom: 38, between: 46, most: 340 };
const BEAT = 140; // milliseconds for each step while it plays

function render({ model, el }) {
  const [sets, rates, last] = [model.get("sets"), model.get("rates"), model.get("steps")];
  const picture = svg("svg", { class: "nn-picture", role: "img" });
  const valley = valleyPanel(picture);
  const neuron = neuronPanel(picture);
  const labels = Object.fromEntries(model.get("names").map((name) => [name, sets[name].label]));
  const picked = choice("Data", labels, (data) => link.change({ data, ...clamped(sets[data], [model.get("w"), model.get("b")]) }));
  const rate = slider({ name: "rate η", label: "learning rate", range: [0, rates.length - 1, 1], digits: 0 }, (i) => link.change({ rate: rates[i] }));
  const step = slider({ name: "step", label: "step", range: [0, last, 1], digits: 0 }, (k) => { stop(); link.change({ step: k }); });
  const startW = slider({ name: "start w", label: "start: weight w", range: [-3, 9, 0.1], digits: 1 }, (w) => link.change({ w }));
  const startB = slider({ name: "start b", label: "start: bias b", range: [-15, 5, 0.1], digits: 1 }, (b) => link.change({ b }));
  const play = button("▶ play", () => (timer === null ? go() : stop()));
  const back = button("to the start", () => { stop(); link.change({ step: 0 }); });
  const key = legend([
    { key: "start", look: "input", text: "start" },
    { key: "walk", look: "derivative", text: "steps of gradient descent" },
    { key: "value", look: "value", text: "the neuron now" },
    { key: "learner", look: "learner", text: "yours" },
  ]);
  const table = numbersTable();
  const words = element("p", { class: "nn-words" });
  const notes = learnerNotes();
  const aloud = readAloud();
  const stage = element("div", { class: "nn-stage" }, picture);
  el.append(widget("descent",
    picked.root,
    element("div", { class: "nn-columns" },
      element("div", { class: "nn-main" }, stage, key.root),
      element("div", { class: "nn-side" },
        element("div", { class: "nn-sliders" }, rate.root, step.root), element("div", { class: "nn-buttons" }, play, back),
        element("div", { class: "nn-sliders" }, startW.root, startB.root), table.root)),
    words, notes.root, aloud.root));

  let width = null;
  let timer = null;
  const stop = () => { clearInterval(timer); timer = null; say(play, "▶ play"); };
  const go = () => {
    // Whoever asked for less motion gets the end at once.
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) { link.change({ step: last }); return; }
    if (model.get("step") >= last) link.change({ step: 0 });
    timer = setInterval(() => {
      if (model.get("step") >= last) stop();
      else link.change({ step: model.get("step") + 1 });
    }, BEAT);
    say(play, "❚❚ pause");
  };

  const bottomOf = remembered(lowest);
  const redraw = () => {
    const data = model.get("data");
    const [now, start, eta, k] = [sets[data], [model.get("w"), model.get("b")], model.get("rate"), model.get("step")];
    const walk = descend(now, start, eta, last);
    const costs = walk.map((at) => cost(now, at));
    const bottom = bottomOf(now);
    const alive = Boolean(link?.alive());
    const asks = (asked) => asked && asked.data === data && asked.w === start[0] && asked.b === start[1] && asked.rate === eta;
    const own = model.get("path");
    const drawn = own.state === "drawn" && asks(model.get("asked"));
    const torch = model.get("torch");

    const box = boxes(width);
    set(picture, { viewBox: `0 0 ${width} ${box.height}`, width, height: box.height });
    valley.draw(box.left, now, data, walk.slice(0, k + 1), bottom, drawn ? own.values.slice(0, k + 1) : []);
    neuron.draw(box.right, now, walk[0], walk[k], drawn ? own.values[k] : null);
    picked.show(data);
    rate.show(rates.indexOf(eta), String(eta), String(eta));
    step.show(k, `${k} of ${last}, cost ${number(costs[k], 3)}`);
    set(startB.input, { min: now.b[0], max: now.b[1] });
    startW.show(start[0]);
    startB.show(start[1]);
    const asking = alive && own.state === "drawn" && !drawn ? ASKED : null;
    key.show("learner", drawn || asking ? `your ${own.name}` : null);
    table.show(walk[k], costs[k], drawn ? own.values[k] : asking,
      alive && torch.asked ? ((asks(torch.asked) && torch.values[k]) || ASKED) : null, (at) => cost(now, at));
    notes.show([drawn ? verdict(own, stepsOff(now, own.values, eta)) : asking ?? learnerSentence(own.state === "drawn" ? null : own, 0, alive)]);
    // What becomes of the walk is said at its end: until then there is something to guess.
    const told = k === last ? story(fate(costs, cost(now, bottom), walk, now), costs, cost(now, bottom), number)
      : k === 0 ? "Where will it go? Guess, then press play or move the step." : "";
    say(words, `Learning rate ${eta}, step ${k} of ${last}: w = ${number(walk[k][0], 2)}, b = ${number(walk[k][1], 2)}, cost ${number(costs[k], 3)}. ${told}`.trim());
    set(picture, { "aria-label": `The cost over weight and bias as a valley, and the neuron as a curve over its data. ${words.textContent}` });
    if (timer === null) aloud.show(words.textContent);
  };

  let link = null;
  const stopWatching = whenResized(stage, (size) => { width = size; redraw(); });
  link = connect(model, ["data", "w", "b", "rate", "step", "asked", "path", "torch"], redraw);
  redraw();
  draggable(picture, (px, py) => {
    const at = valley.at(px, py);
    if (at) { const { w, b } = clamped(sets[model.get("data")], at); link.change({ w, b }); }
  });
  return () => { stop(); stopWatching(); aloud.stop(); link.stop(); };
}

function verdict(own, { step, to }) {
  if (step === null) return `Your ${own.name} makes the same steps.${own.sentence ? ` ${own.sentence}` : ""}`;
  const point = ([w, b]) => `(${number(w, 2)}, ${number(b, 2)})`;
  return `Your ${own.name} steps differently. From where it stands before step ${step}, gradient descent goes to `
    + `${point(to)} and yours to ${point(own.values[step])}.`;
}

const clamped = (now, [w, b]) => {
  const fit = (v, [low, high]) => Math.round(10 * Math.min(high, Math.max(low, v))) / 10;
  return { w: fit(w, now.w), b: fit(b, now.b) };
};

// Two panels side by side, or one above the other where there is no room.
function boxes(width) {
  const beside = width >= 460;
  const room = beside ? (width - PAD.left - PAD.between - PAD.right) / 2 : width - PAD.left - PAD.right;
  const [w, h] = [Math.min(room, PAD.most), Math.min(room, PAD.most, beside ? Infinity : 260)];
  const left = { left: PAD.left, top: PAD.top, width: w, height: h };
  const right = beside ? { ...left, left: PAD.left + w + PAD.between } : { ...left, top: PAD.top + h + PAD.bottom + 4, height: 0.6 * h };
  return { left, right, height: right.top + right.height + PAD.bottom };
}

function named(parent, text) {
  const node = svg("text", { class: "nn-axis-label", "text-anchor": "end" });
  node.textContent = text;
  parent.append(node);
  return (box) => set(node, { x: box.left + box.width, y: box.top + box.height + 32 });
}

function valleyPanel(picture) {
  const self = panel(picture, { label: "bias b" });
  const heights = svg("g");
  const line = svg("path", { class: "nn-walk" });
  const own = svg("path", { class: "nn-learner" });
  const dots = svg("g");
  const [across, down] = [0, 1].map(() => svg("line", { class: "nn-bottom" }));
  const start = svg("circle", { class: "nn-start", r: 8 });
  const point = svg("circle", { class: "nn-point", r: 6 });
  self.inside.append(heights, across, down, line, own, dots, start, point);
  const below = named(picture, "weight w");
  let drawn = null; // the valley of which data, in which box
  return {
    // The point under the pointer, or null beside the panel; `walk` is not touched.
    at(px, py) {
      const { box, x, y } = self;
      if (px > box.left + box.width + 12 || py > box.top + box.height + 12) return null;
      return [x.range[0] + ((px - box.left) / box.width) * (x.range[1] - x.range[0]),
        y.range[1] - ((py - box.top) / box.height) * (y.range[1] - y.range[0])];
    },
    draw(box, now, data, walk, bottom, learner) {
      const shown = `${data} ${Object.values(box)}`;
      if (shown !== drawn) {
        self.place(box, { range: now.w, ticks: now.w_ticks }, { range: now.b, ticks: now.b_ticks });
        below(box);
        const floor = cost(now, bottom);
        const lines = HEIGHTS.map((height) => `${path(self, contour(now, bottom, floor + height))}Z`);
        heights.replaceChildren(...["nn-height", "nn-height-line"].flatMap((look) => lines.map((d) => svg("path", { class: look, d }))));
        drawn = shown;
      }
      const [x, y] = [self.px(bottom[0]), self.py(bottom[1])];
      set(across, { x1: x - 6, x2: x + 6, y1: y, y2: y });
      set(down, { x1: x, x2: x, y1: y - 6, y2: y + 6 });
      set(line, { d: path(self, walk) });
      set(own, { d: path(self, learner.map(([w, b]) => [w, w === null ? null : b])) });
      keep(dots, walk.slice(1, -1).map(([w, b]) => ["circle", { class: "nn-walk-dot", cx: self.px(w), cy: self.py(b), r: 2.4 }]));
      for (const [node, at] of [[start, walk[0]], [point, walk.at(-1)]]) set(node, { cx: self.px(at[0]), cy: self.py(at[1]) });
    },
  };
}

function neuronPanel(picture) {
  const self = panel(picture, { label: "p" });
  const before = svg("path", { class: "nn-before" });
  const curve = svg("path", { class: "nn-value" });
  const own = svg("path", { class: "nn-learner" });
  const examples = svg("g");
  self.inside.append(before, curve, own, examples);
  const below = named(picture, "radius x");
  return {
    draw(box, now, first, at, learner) {
      self.place(box, { range: now.range, ticks: now.ticks }, { range: [-0.12, 1.12], ticks: [0, 0.5, 1] });
      below(box);
      const drawn = ([w, b]) => path(self, sampled((x) => sigmoid(w * x + b), now.range, box.width));
      set(before, { d: drawn(first) });
      set(curve, { d: drawn(at) });
      set(own, { d: learner && !learner.includes(null) ? drawn(learner) : "" });
      // The shape says the class: a circle 1, a square 0.
      keep(examples, now.x.map((x, i) => {
        const [cx, cy, look] = [self.px(x), self.py(now.y[i]), { class: `nn-example nn-example-${now.y[i]}` }];
        return now.y[i] ? ["circle", { ...look, cx, cy, r: 4.5 }] : ["rect", { ...look, x: cx - 4, y: cy - 4, width: 8, height: 8 }];
      }));
    },
  };
}

// The step that is shown, in numbers: by the formula, by the learner's optimize, by torch.autograd.
function numbersTable() {
  const head = ["", "formula", "yours", "torch"].map((text) => element("th", { scope: "col" }, text));
  const rows = ["w", "b", "cost"].map((name) => [element("th", { scope: "row" }, name), ...[1, 2, 3].map(() => element("td"))]);
  const root = element("div", { class: "nn-numbers" }, element("table", {},
    element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows.map((cells) => element("tr", {}, ...cells)))));
  const show = (at, height, own, torch, priced) => {
    const columns = [[...at, height], own === null || own === ASKED ? own : own.includes(null) ? null : [...own, priced(own)], torch];
    columns.forEach((values, i) => {
      head[i + 1].hidden = values === null;
      rows.forEach((cells, j) => {
        cells[i + 1].hidden = values === null;
        if (values) say(cells[i + 1], values === ASKED ? "…" : number(values[j], Math.abs(values[j]) < 1000 ? 4 : 0));
      });
    });
  };
  return { root, show };
}

function button(text, pressed) {
  const made = element("button", { type: "button", class: "nn-button", "data-lm-suppress-shortcuts": "true" }, text);
  made.addEventListener("click", pressed);
  return made;
}

export default { render };
