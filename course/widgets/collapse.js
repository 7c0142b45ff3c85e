// The collapse explorer: a grid and a letter through several layers, beside the same through one.
import { element, svg, set, say, number, ASKED } from "./dom.js";
import { panel, whenResized } from "./plot.js";
import { widget, slider, choice, comparison, legend, readAloud } from "./controls.js";
import { connect, learnerSentence, learnerNotes } from "./notebook.js";
import { BETWEEN, CORNERS, stacked, through, compared, agreement, inWords } from "./collapse_maths.js";

const SIZE = { left: 26, right: 8, top: 8, gap: 34, bottom: 26 };
const REACH = 3; // the picture shows the plane from -REACH to REACH
const FINE = Array.from({ length: 41 }, (_, i) => -1 + i / 20); // along each line of the grid: an activation may bend it anywhere
const ENDS = [-1, 1]; // one layer bends nothing
const SLIDERS = {
  layers: ["layers", "number of layers", 0], turn: ["turn", "turn of each layer, degrees", 0],
  stretch: ["stretch", "stretch of each layer along x", 2], shift: ["shift", "bias of each layer along x", 2],
};
const rows = Object.fromEntries(CORNERS.map((corner, i) => [i, `(${corner.join(", ")}) goes to`]));
const inTable = (points) => points.map(([x, y]) => `${number(x, 2)}, ${number(y, 2)}`);

function render({ model, el }) {
  const ranges = model.get("ranges");
  const letter = model.get("letter");
  const picture = svg("svg", { class: "nn-picture", role: "img" });
  const many = plane(picture, "");
  const one = plane(picture, "one layer: the product");

  const labels = Object.fromEntries(Object.entries(BETWEEN).map(([key, { label }]) => [key, label]));
  const picked = choice("Between the layers", labels, (between) => link.change({ between }));
  const sliders = Object.fromEntries(Object.entries(SLIDERS).map(([name, [short, label, digits]]) =>
    [name, slider({ name: short, label, range: ranges[name], digits }, (value) => link.change({ [name]: value }))]));
  const key = legend([
    { key: "value", look: "value", text: "the grid and the letter F, moved" },
    { key: "learner", look: "learner", text: "yours" },
  ]);
  const table = comparison({ title: "all layers", referee: "torch.nn", rows });
  const words = element("p", { class: "nn-words" });
  const notes = learnerNotes();
  const aloud = readAloud();
  const stage = element("div", { class: "nn-stage" }, picture);
  el.append(widget("collapse",
    picked.root,
    element("div", { class: "nn-columns" },
      element("div", { class: "nn-main" }, stage, key.root),
      element("div", { class: "nn-side" },
        element("div", { class: "nn-sliders" }, ...Object.values(sliders).map(({ root }) => root)), table.root)),
    words, notes.root, aloud.root));

  let width = null;
  let link = null;
  const redraw = () => {
    const question = Object.fromEntries(["between", ...Object.keys(SLIDERS)].map((name) => [name, model.get(name)]));
    const here = compared(question);
    const told = model.get("learner").layer;
    const { layers } = question;
    const aside = width >= 380; // two planes side by side, or one above the other
    const side = aside ? (width - 2 * SIZE.left - 2 * SIZE.right) / 2 : width - SIZE.left - SIZE.right;
    const height = SIZE.top + side + SIZE.bottom + (aside ? 0 : side + SIZE.gap);
    set(picture, { viewBox: `0 0 ${width} ${height}`, width, height });
    const box = { left: SIZE.left, top: SIZE.top, width: side, height: side };
    const second = aside ? { ...box, left: 2 * SIZE.left + SIZE.right + side } : { ...box, top: SIZE.top + side + SIZE.gap };
    many.draw(box, stacked(question), letter, `${layers} layer${layers > 1 ? "s" : ""}`);
    one.draw(second, (point) => through(here.single, point), letter, undefined, ENDS);
    const off = one.drawOwn(told, question, here.single, letter);
    picked.show(question.between);
    for (const [name, { show }] of Object.entries(sliders)) show(question[name]);
    const asking = link?.alive() && told?.state === "drawn" && off === null; // about what is drawn now
    key.show("learner", off === null && !asking ? null : `the F by your ${told.name}`);
    notes.show([asking ? ASKED : learnerSentence(told, off, link?.alive())]);
    const torch = model.get("torch");
    const agrees = agreement(here, torch, question);
    table.show(inTable(here.points), agrees === null ? null : inTable(torch.points), { alive: link?.alive(), agrees });
    const said = inWords(question, here, number);
    say(words, said);
    set(picture, { "aria-label": said });
    aloud.show(said);
  };

  const stopWatching = whenResized(stage, (now) => { width = now; redraw(); });
  link = connect(model, ["between", ...Object.keys(SLIDERS), "learner", "torch"], redraw);
  return () => { stopWatching(); aloud.stop(); link.stop(); };
}

// A plane into which a map sends the grid from -1 to 1 and the letter.
function plane(picture, label) {
  const self = panel(picture, { label });
  const grid = svg("path", { class: "nn-mapped" });
  const shape = svg("path", { class: "nn-shape" });
  const own = svg("path", { class: "nn-learner" });
  self.inside.append(grid, shape, own);
  const line = (points) => points.map(([x, y], i) => `${i ? "L" : "M"}${self.px(x).toFixed(2)},${self.py(y).toFixed(2)}`).join("");
  return {
    draw(box, map, letter, name = label, at = FINE) {
      const ticks = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH);
      self.place(box, { range: [-REACH, REACH], ticks }, { range: [-REACH, REACH], ticks });
      self.name(name);
      const lines = Array.from({ length: 9 }, (_, i) => -1 + i / 4);
      set(grid, { d: lines.flatMap((fixed) => [
        line(at.map((moving) => map([fixed, moving]))), line(at.map((moving) => map([moving, fixed])))]).join("") });
      set(shape, { d: line(finely(letter).map(map)) });
    },
    // Returns the learner's largest difference from the single layer, or null where none is drawn.
    drawOwn(told, question, single, letter) {
      const drawn = told?.state === "drawn" && Object.keys(SLIDERS).every((name, i) => told.at[i] === question[name])
        && told.values.flat().every((value) => value !== null);
      set(own, { visibility: drawn ? "visible" : "hidden" });
      if (!drawn) { set(own, { d: "" }); return null; }
      const mine = { W: told.values.map(([a, b]) => [a, b]), b: told.values.map((row) => row[2]) };
      set(own, { d: line(letter.map((point) => through(mine, point))) });
      return Math.max(...told.values.flatMap(([a, b, c], i) =>
        [Math.abs(a - single.W[i][0]), Math.abs(b - single.W[i][1]), Math.abs(c - single.b[i])]));
    },
  };
}

// The letter with points between its corners: an activation can bend its edges too.
function finely(letter) {
  return letter.slice(1).flatMap(([x, y], i) => {
    const [u, v] = letter[i];
    return Array.from({ length: 9 }, (_, k) => [u + ((x - u) * k) / 8, v + ((y - v) * k) / 8]);
  });
}

export default { render };
