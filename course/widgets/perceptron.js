// The perceptron explorer: a boundary that is dragged, points that it sorts, and the learner's own perceptron.
import { element, svg, set, say, keep, remembered, number, ASKED } from "./dom.js";
import { panel, path, draggable, whenResized } from "./plot.js";
import { widget, slider, choice, legend, readAloud } from "./controls.js";
import { connect, learnerSentence, learnerNotes } from "./notebook.js";
import { judged, cut, foot, through, turned, fitted, contours, compared, verdict, inWords } from "./perceptron_maths.js";

const SIZE = { left: 34, right: 10, top: 8, bottom: 40, most: 420 };
const NEURON = ["w1", "w2", "b"];
const NAMES = { w1: ["w₁", "weight w1"], w2: ["w₂", "weight w2"], b: ["b", "bias b"] };
const GRIP = 22; // how near, in pixels, the arrow's tip is taken hold of

function render({ model, el }) {
  const ranges = model.get("ranges");
  const sets = model.get("sets");
  const count = model.get("count");
  const picture = svg("svg", { class: "nn-picture", role: "img" });
  const plane = planePanel(picture);

  const labels = Object.fromEntries(model.get("names").map((name) => [name, sets[name].label]));
  const picked = choice("Examples", labels, (data) => link.change({ data, epoch: -1 }));
  const sliders = Object.fromEntries(NEURON.map((key) => [key, slider(
    { name: NAMES[key][0], label: NAMES[key][1], range: ranges[key] }, (value) => link.change({ [key]: value, epoch: -1 }))]));
  const replay = replayPart((epoch, neuron) => link.change({ epoch, ...fitted(neuron, ranges) }));
  const key = legend([
    { key: "fires", look: "class-1", text: "the neuron says 1" },
    { key: "silent", look: "class-0", text: "it says 0" },
    { key: "line", look: "value", text: "w₁x₁ + w₂x₂ + b = 0, and the arrow (w₁, w₂)" },
    { key: "wrong", look: "wrong", text: "wrong answer" },
    { key: "learner", look: "learner", text: "yours" },
  ]);
  const table = answersTable();
  const words = element("p", { class: "nn-words" });
  const notes = learnerNotes();
  const aloud = readAloud();
  const stage = element("div", { class: "nn-stage" }, picture);
  el.append(widget("perceptron",
    picked.root,
    element("div", { class: "nn-columns" },
      element("div", { class: "nn-main" }, stage, key.root),
      element("div", { class: "nn-side" },
        element("div", { class: "nn-sliders" }, ...NEURON.map((name) => sliders[name].root), replay.root), table.root)),
    words, notes.root, aloud.root));

  let width = null;
  const ownLines = remembered((own, range) => contours(own.values, count, range));
  const neuronNow = () => Object.fromEntries(NEURON.map((name) => [name, model.get(name)]));
  const redraw = () => {
    const data = model.get("data");
    const neuron = neuronNow();
    const now = sets[data];
    const rows = judged(now, neuron);
    const halves = cut(neuron, now.range);
    const { plane: own, points } = model.get("learner");
    const asked = model.get("asked");
    const alive = link?.alive();
    const fresh = asked.data === data && NEURON.every((name) => asked[name] === neuron[name]);
    const drawn = own?.state === "drawn" && points?.state === "drawn" && asked.data === data;

    plane.draw(now, width, neuron, halves, rows, drawn ? ownLines(own, now.range) : []);
    picked.show(data);
    for (const [name, { show }] of Object.entries(sliders)) show(neuron[name]);
    replay.show(model.get("path"), data, model.get("epoch"));
    table.show(rows, drawn && fresh ? points.values : null, drawn);
    key.show("learner", drawn ? `your ${own.name}` : null);
    const path = model.get("path");
    notes.show([
      drawn && fresh ? verdict(own.name, compared(own.values, points.values, neuron, rows, count, now.range), rows.length)
        : drawn ? alive && ASKED : learnerSentence(own?.state === "drawn" ? points : own, 0, alive),
      path.state === "failed" ? path.sentence : null,
    ]);
    const said = inWords(now, rows, neuron, halves.ends, number);
    say(words, said);
    set(picture, { "aria-label": said });
    aloud.show(said);
  };

  let link = null;
  const stopWatching = whenResized(stage, (now) => { width = now; redraw(); });
  link = connect(model, ["data", "epoch", "learner", "asked", "path", ...NEURON], redraw);
  let turning = null; // where the arrow began when its tip was taken hold of
  picture.addEventListener("pointerdown", (event) => {
    const frame = picture.getBoundingClientRect();
    turning = plane.nearTip(event.clientX - frame.left, event.clientY - frame.top)
      ? foot(cut(neuronNow(), sets[model.get("data")].range), sets[model.get("data")].range) : null;
  });
  draggable(picture, (px, py) => {
    const now = sets[model.get("data")];
    const point = plane.at(px, py);
    link.change({ epoch: -1, ...(turning ? turned(turning, point, now.arrow, ranges) : through(point, neuronNow(), ranges)) });
  });
  return () => { stopWatching(); aloud.stop(); link.stop(); };
}

// The plane of the two inputs: its halves, the boundary with the arrow of the weights, the examples.
function planePanel(picture) {
  const self = panel(picture, { label: "x₂" });
  const fires = svg("path", { class: "nn-fires" });
  const silent = svg("path", { class: "nn-silent" });
  const line = svg("line", { class: "nn-value" });
  const own = svg("path", { class: "nn-learner" });
  const examples = svg("g");
  const grip = svg("line", { class: "nn-grip" });
  const arrow = svg("line", { class: "nn-arrow" });
  self.inside.append(silent, fires, grip, line, own, arrow, examples);
  const tip = svg("circle", { class: "nn-point nn-grip", r: 8 });
  const below = svg("text", { class: "nn-axis-label", "text-anchor": "end" });
  below.textContent = "x₁";
  picture.append(below, tip);
  let at = [0, 0]; // the tip, in pixels
  return {
    at: (px, py) => {
      const { box, x, y } = self;
      const part = (v, from, length) => Math.min(1, Math.max(0, (v - from) / length));
      return [x.range[0] + part(px, box.left, box.width) * (x.range[1] - x.range[0]),
        y.range[1] - part(py, box.top, box.height) * (y.range[1] - y.range[0])];
    },
    nearTip: (px, py) => Math.hypot(px - at[0], py - at[1]) < GRIP,
    draw(now, width, neuron, halves, rows, learner) {
      const side = Math.min(width - SIZE.left - SIZE.right, SIZE.most);
      const height = SIZE.top + side + SIZE.bottom;
      set(picture, { viewBox: `0 0 ${width} ${height}`, width, height });
      const axis = { range: now.range, ticks: now.ticks };
      self.place({ left: SIZE.left, top: SIZE.top, width: side, height: side }, axis, axis);
      set(below, { x: SIZE.left + side, y: height - 6 });
      set(fires, { d: halves.fires.length ? `${path(self, halves.fires)}Z` : "" });
      set(silent, { d: halves.silent.length ? `${path(self, halves.silent)}Z` : "" });
      for (const shape of [line, grip]) set(shape, { visibility: halves.ends ? "visible" : "hidden", ...between(halves.ends) });
      set(own, { d: learner.map((points) => path(self, points)).join("") });
      const start = foot(halves, now.range);
      const end = [start[0] + now.arrow * neuron.w1, start[1] + now.arrow * neuron.w2];
      set(arrow, between([start, end]));
      const inside = ([v, low, size]) => Math.min(low + size, Math.max(low, v));
      at = [inside([self.px(end[0]), SIZE.left, side]), inside([self.py(end[1]), SIZE.top, side])];
      set(tip, { cx: at[0], cy: at[1] });
      keep(examples, rows.flatMap((row) => marks(row, rows.length > 4)));
    },
  };

  function between(ends) {
    if (!ends) return {};
    const [[x1, y1], [x2, y2]] = ends;
    return { x1: self.px(x1), y1: self.py(y1), x2: self.px(x2), y2: self.py(y2) };
  }

  // The shape tells what is wanted (a circle 1, a square 0), the digit what the neuron says.
  function marks({ x, says, wanted, right }, small) {
    const [cx, cy, r] = [self.px(x[0]), self.py(x[1]), small ? 5 : 12];
    const look = { class: `nn-example nn-example-${wanted}` };
    const shape = wanted ? ["circle", { ...look, cx, cy, r }]
      : ["rect", { ...look, x: cx - r, y: cy - r, width: 2 * r, height: 2 * r }];
    const drawn = [shape];
    if (!right) drawn.push(["circle", { class: "nn-wrong", cx, cy, r: small ? 9 : 21 }]);
    if (!small) drawn.push(["text", { class: "nn-answer", x: cx, y: cy + 5, "text-anchor": "middle" }, says]);
    return drawn;
  }
}

// The slider that goes through the epochs of the learner's own training.
function replayPart(chosen) {
  const root = element("div", { class: "nn-replay" });
  let now = null;
  let steps = [];
  let control = null;
  const show = (told, data, epoch) => {
    const usable = told.state === "drawn" && told.data === data;
    root.hidden = !usable;
    if (!usable) return;
    if (told !== now) {
      now = told;
      const last = Math.max(...told.values.map((row) => row[4]));
      steps = told.values.slice(0, last + 1);
      control = slider({ name: "", label: "epoch", range: [0, last, 1], digits: 0 }, (k) => chosen(k, steps[k]));
      root.replaceChildren(element("p", {}, `Replay of your ${told.name}: epoch`), control.root, element("p", { class: "nn-verdict" }));
    }
    const k = Math.min(Math.max(0, epoch), steps.length - 1);
    const sentence = epoch < 0 ? "Move the slider to see the boundary after each epoch."
      : k === 0 ? "The start: all weights and the bias are 0."
      : `In epoch ${k} it made ${steps[k][3]} ${steps[k][3] === 1 ? "mistake" : "mistakes"}.`
        + (k < steps.length - 1 ? "" : steps[k][3] === 0 ? " It has come to rest." : " It has not come to rest.");
    control.show(k, sentence);
    say(root.lastChild, sentence);
  };
  return { root, show };
}

// For a gate one row for each corner; for many examples, what is said of those of each class.
function answersTable() {
  const root = element("div", { class: "nn-numbers" });
  let cells = [];
  const build = (head, lines) => {
    const body = element("tbody");
    cells = lines.map((line) => {
      const row = line.map((_, i) => element(i ? "td" : "th", i ? {} : { scope: "row" }));
      body.append(element("tr", {}, ...row));
      return row;
    });
    const top = head.map((text) => element("th", { scope: "col" }, text));
    root.replaceChildren(element("table", {}, element("thead", {}, element("tr", {}, ...top)), body));
  };
  let before = "";
  const show = (rows, learner, asked) => {
    const mine = (i) => (learner ? number(learner[i] ?? NaN, 0) : "…");
    const gate = rows.length <= 4;
    const head = gate ? ["(x₁, x₂)", "sum z", "says", "wanted"] : ["wanted", "says 0", "says 1"];
    const lines = gate
      ? rows.map(({ x, z, says, wanted, right }, i) => [
        `(${x.join(", ")})`, number(z, 2), `${says} ${right ? "✓" : "✗"}`, String(wanted), ...(asked ? [mine(i)] : [])])
      : [0, 1].map((wanted) => {
        const those = rows.map((row, i) => ({ ...row, i })).filter((row) => row.wanted === wanted);
        const counts = [0, 1].map((says) => {
          const many = those.filter((row) => row.says === says).length;
          return says === wanted || !many ? `${many} ✓` : `${many} ✗`;
        });
        const ones = learner ? String(those.filter(({ i }) => learner[i] === 1).length) : "…";
        return [String(wanted), ...counts, ...(asked ? [ones] : [])];
      });
    if (asked) head.push(gate ? "yours" : "yours says 1");
    if (head.join() !== before) build(head, lines);
    before = head.join();
    lines.forEach((line, j) => line.forEach((text, i) => {
      say(cells[j][i], text);
      cells[j][i].classList.toggle("nn-off", text.includes("✗"));
    }));
  };
  return { root, show };
}

export default { render };
