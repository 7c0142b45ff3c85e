// The depth explorer: bars for the gradient at each layer, and below it the gradient at the input against depth.
import { element, svg, set, say, keep, number, magnitude, raised } from "./dom.js";
import { panel, path, draggable, whenResized } from "./plot.js";
import { widget, slider, choice, comparison, legend, readAloud } from "./controls.js";
import { connect, learnerSentence, learnerNotes } from "./notebook.js";
import { ACTIVATIONS } from "./activations_maths.js";
import { NAMES, chain, byDepth, agreement, inWords } from "./depth_maths.js";

const SIZE = { left: 44, right: 10, top: 8, bars: 190, gap: 44, curve: 150, bottom: 40 };
const HEIGHT = SIZE.top + SIZE.bars + SIZE.gap + SIZE.curve + SIZE.bottom;
// Powers of ten. 0.5 * 0.11 a layer is the least that the sliders can do (sigmoid far out), 2 a layer the most.
const POWERS = { range: [-20, 7], ticks: [-18, -12, -6, 0, 6], text: (power) => (power === 0 ? "1" : raised(power)) };

const inTable = (output, reaching) => ({
  output: number(output), input: magnitude(reaching[0]), middle: magnitude(reaching[Math.floor(reaching.length / 2)]),
});
const logarithm = (gradient) => (gradient > 0 ? Math.log10(gradient) : null);

function render({ model, el }) {
  const ranges = model.get("ranges");
  const grid = model.get("grid");
  const deepest = ranges.depth[1];
  const picture = svg("svg", { class: "nn-picture", role: "img" });
  const bars = panel(picture, { label: "gradient at each layer" });
  const curve = panel(picture, { label: "gradient at the input" });
  const blocks = svg("g");
  bars.inside.append(blocks);
  const line = svg("path", { class: "nn-derivative" });
  const own = svg("path", { class: "nn-learner" });
  const dot = svg("circle", { class: "nn-dot", r: 6 });
  curve.inside.append(line, own, dot);
  const below = ["layer k (0 is the input)", "number of layers"].map((words) => {
    const node = svg("text", { "text-anchor": "end" });
    node.textContent = words;
    picture.append(node);
    return node;
  });

  const labels = Object.fromEntries(NAMES.map((name) => [name, ACTIVATIONS[name].label]));
  const picked = choice("Activation", labels, (activation) => link.change({ activation }));
  const names = { depth: "number of layers n", z: "input z", w: "weight w of each layer" };
  const sliders = Object.fromEntries(Object.entries(names).map(([name, label]) => [name, slider(
    { name: name === "depth" ? "n" : name, label, range: ranges[name], digits: name === "depth" ? 0 : 1 }, (v) => link.change({ [name]: v }))]));
  const key = legend([
    { key: "gradient", look: "derivative", text: "gradient of the last output" },
    { key: "learner", look: "learner", text: "yours" },
  ]);
  const rows = { output: "last output", input: "gradient at the input", middle: "… half-way" };
  const table = comparison({ title: "of this chain", referee: "torch.autograd", rows });
  const words = element("p", { class: "nn-words" });
  const notes = learnerNotes();
  const aloud = readAloud();
  const stage = element("div", { class: "nn-stage" }, picture);
  el.append(widget("depth",
    picked.root,
    element("div", { class: "nn-columns" },
      element("div", { class: "nn-main" }, stage, key.root),
      element("div", { class: "nn-side" },
        element("div", { class: "nn-sliders" }, ...Object.values(sliders).map(({ root }) => root)), table.root)),
    words, notes.root, aloud.root));

  let width = null;
  let link = null;
  const redraw = () => {
    const question = { activation: model.get("activation"), depth: model.get("depth"), z: model.get("z"), w: model.get("w") };
    const here = chain(question);
    set(picture, { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT });
    drawBars(question.depth, here.reaching);
    const told = drawCurve(question);
    picked.show(question.activation);
    for (const [name, { show }] of Object.entries(sliders))
      show(question[name], `${number(question[name], name === "depth" ? 0 : 1)}, gradient ${magnitude(here.reaching[0])}`);
    key.show("learner", told.drawn ? `your ${told.name}` : null);
    notes.show([told.sentence]);
    const torch = model.get("torch");
    const agrees = agreement(here, torch, question);
    table.show(inTable(here.outputs.at(-1), here.reaching), agrees === null ? null : inTable(torch.output, torch.reaching),
      { alive: link?.alive(), agrees });
    const said = inWords(question, here, number, magnitude);
    say(words, said);
    set(picture, { "aria-label": said });
    aloud.show(said);
  };

  const inner = () => width - SIZE.left - SIZE.right;
  const drawBars = (depth, reaching) => {
    const ticks = Array.from({ length: depth + 1 }, (_, k) => k).filter((k) => depth < 12 || width > 480 || k % 2 === 0);
    bars.place({ left: SIZE.left, top: SIZE.top, width: inner(), height: SIZE.bars }, { range: [-0.6, depth + 0.6], ticks }, POWERS);
    const thick = Math.min(26, (bars.px(1) - bars.px(0)) * 0.7);
    keep(blocks, reaching.map((gradient, k) => {
      const at = bars.px(k);
      const low = bars.py(POWERS.range[0]);
      if (gradient === 0) return ["text", { class: "nn-none", x: at, y: low - 6, "text-anchor": "middle" }, "0"];
      const top = bars.py(logarithm(gradient));
      return ["rect", { class: "nn-bar", x: at - thick / 2, width: thick, y: top, height: Math.max(0, low - top) }];
    }));
    set(below[0], { x: width - SIZE.right, y: SIZE.top + SIZE.bars + 32 });
  };

  // The learner's gradient_after is the chain with weight 1, at the values of z that the slider has.
  const drawCurve = (question) => {
    const ticks = [1, 5, 10, 15, 20].filter((n) => n <= deepest);
    const top = SIZE.top + SIZE.bars + SIZE.gap;
    curve.place({ left: SIZE.left, top, width: inner(), height: SIZE.curve }, { range: [0.4, deepest + 0.6], ticks }, POWERS);
    const all = byDepth(question, deepest);
    set(line, { d: path(curve, all.map((gradient, i) => [i + 1, logarithm(gradient)])) });
    const at = logarithm(all[question.depth - 1]);
    set(dot, { cx: curve.px(question.depth), cy: at === null ? curve.py(POWERS.range[0]) : curve.py(at) });
    set(below[1], { x: width - SIZE.right, y: HEIGHT - 6 });
    const told = model.get("learner")[question.activation];
    const drawn = told?.state === "drawn" && question.w === 1;
    set(own, { visibility: drawn ? "visible" : "hidden" });
    if (!drawn) {
      const elsewhere = told?.state === "drawn" ? `Your ${told.name} has the weight 1: set w to 1.0 to see its curve.` : null;
      return { drawn, name: told?.name, sentence: elsewhere ?? learnerSentence(told, null, link?.alive()) };
    }
    const column = Math.round(((question.z - grid.low) / (grid.high - grid.low)) * (grid.count - 1));
    const theirs = told.values.map((row) => row[column]);
    set(own, { d: path(curve, theirs.map((gradient, i) => [i + 1, gradient === null ? null : logarithm(gradient)])) });
    return { drawn, name: told.name, sentence: verdict(told, theirs, all) };
  };

  const stopWatching = whenResized(stage, (now) => { width = now; redraw(); });
  link = connect(model, ["activation", "depth", "z", "w", "learner", "torch"], redraw);
  draggable(picture, (px) => {
    const part = (px - SIZE.left) / inner();
    const depth = Math.round(0.4 + part * (deepest + 0.2));
    link.change({ depth: Math.min(deepest, Math.max(1, depth)) });
  });
  return () => { stopWatching(); aloud.stop(); link.stop(); };
}

// Gradients span many powers of ten, so what counts is how far off they are in proportion.
function verdict(told, theirs, all) {
  const off = Math.max(0, ...theirs.map((gradient, i) =>
    gradient === null ? 0 : Math.abs(gradient - all[i]) / Math.max(Math.abs(all[i]), 1e-30)));
  const rest = told.sentence ? ` ${told.sentence}` : "";
  if (off < 1e-6) return `Your ${told.name} lies on the reference.${rest}`;
  const first = theirs.findIndex((gradient, i) => gradient !== null && Math.abs(gradient - all[i]) > 1e-6 * Math.max(Math.abs(all[i]), 1e-30));
  return `Your ${told.name} leaves the reference at ${first + 1} layer${first ? "s" : ""}.${rest}`;
}

export default { render };
