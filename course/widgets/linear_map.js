// The linear map explorer: the picture, drawn in the browser at every movement.
import { element, svg, set, say, number, ASKED } from "./dom.js";
import { panel, draggable, whenResized } from "./plot.js";
import { widget, slider, choice, comparison, legend, readAloud } from "./controls.js";
import { connect, learnerSentence, learnerNotes } from "./notebook.js";
import { PRESETS, apply, eigen, facts, agreement, presetOf, snapped, inWords } from "./linear_map_maths.js";

const SIZE = { left: 26, right: 8, top: 8, bottom: 26 };
const REACH = 3; // the picture shows the plane from -REACH to REACH
const LINES = 12; // the mapped grid has lines from -LINES to LINES, so that it fills the picture
const GRIP = 30; // pixels around an arrow's end in which a finger takes hold of it
const COLUMNS = [
  { name: "first column", entries: ["a", "c"], from: [1, 0] },
  { name: "second column", entries: ["b", "d"], from: [0, 1] },
];
const SLIDERS = { a: "a, row 1, column 1", b: "b, row 1, column 2", c: "c, row 2, column 1", d: "d, row 2, column 2" };
const inTable = ({ det, rank, eigenvalues }) => ({
  det: number(det, 4),
  rank: String(rank),
  eigenvalues: eigenvalues.map(([re, im]) =>
    number(re, 2) + (im === 0 ? "" : `${im < 0 ? " − " : " + "}${number(Math.abs(im), 2)}i`)).join(", "),
});
const SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]];

function render({ model, el }) {
  const range = model.get("range");
  const letter = model.get("letter");
  const picture = svg("svg", { class: "nn-picture", role: "img" });
  const plane = thePlane(picture);
  const columns = COLUMNS.map((column) => theColumn(picture, column));

  const labels = Object.fromEntries(Object.entries(PRESETS).map(([key, { label }]) => [key, label]));
  const picked = choice("Try", { ...labels, own: "your own" }, (key) => {
    if (key in PRESETS) { const { label, ...entries } = PRESETS[key]; link.change(entries); } else redraw();
  });
  const sliders = Object.fromEntries(Object.entries(SLIDERS).map(
    ([name, label]) => [name, slider({ name, label, range }, (value) => link.change({ [name]: value }))]));
  const key = legend([
    { key: "value", look: "value", text: "the letter F and the grid, moved" },
    { key: "input", look: "input", text: "the columns: where (1, 0) and (0, 1) land" },
    { key: "zone", look: "zone", text: "the unit square, moved" },
    { key: "eigen", look: "eigen", text: "lines that stay: eigenvectors" },
    { key: "learner", look: "learner", text: "yours" },
  ]);
  const entries = Object.keys(SLIDERS).map(() => element("span"));
  const brackets = element("span", { class: "nn-brackets" }, ...entries);
  const matrix = element("p", { class: "nn-matrix", "aria-hidden": "true" }, "A =", brackets);
  const table = comparison({ title: "of A", referee: "np.linalg", rows: { det: "determinant", rank: "rank", eigenvalues: "eigenvalues" } });
  const words = element("p", { class: "nn-words" });
  const notes = learnerNotes();
  const aloud = readAloud();
  const stage = element("div", { class: "nn-stage" }, picture);
  el.append(widget("linear-map",
    picked.root,
    element("div", { class: "nn-columns" },
      element("div", { class: "nn-main" }, stage, key.root),
      element("div", { class: "nn-side" }, matrix,
        element("div", { class: "nn-sliders" }, ...Object.values(sliders).map(({ root }) => root)), table.root)),
    words, notes.root, aloud.root));

  let width = null;
  let link = null;
  const current = () => Object.fromEntries(Object.keys(SLIDERS).map((name) => [name, model.get(name)]));
  const redraw = () => {
    const M = current();
    const told = model.get("learner").points;
    const side = width - SIZE.left - SIZE.right;
    set(picture, { viewBox: `0 0 ${width} ${SIZE.top + side + SIZE.bottom}`, width, height: SIZE.top + side + SIZE.bottom });
    const off = plane.draw(M, letter, told, { left: SIZE.left, top: SIZE.top, width: side, height: side });
    for (const column of columns) column.draw(M, plane.panel);
    for (const [name, { show }] of Object.entries(sliders)) show(M[name]);
    picked.show(presetOf(M));
    key.show("eigen", eigen(M).directions.length ? "lines that stay: eigenvectors" : null);
    const asking = link?.alive() && told?.state === "drawn" && off === null; // about what is drawn now
    key.show("learner", off === null && !asking ? null : `the F by your ${told.name}`);
    Object.values(M).forEach((entry, i) => say(entries[i], number(entry, 2)));
    notes.show([asking ? ASKED : learnerSentence(told, off, link?.alive())]);
    const numpy = model.get("numpy");
    const here = facts(M);
    const agrees = agreement(here, numpy, M);
    table.show(inTable(here), agrees === null ? null : inTable(numpy), { alive: link?.alive(), agrees });
    const said = inWords(M, number);
    say(words, said);
    set(picture, { "aria-label": `The matrix with rows (${number(M.a, 2)}, ${number(M.b, 2)}) and (${number(M.c, 2)}, ${number(M.d, 2)}). ${said}` });
    aloud.show(said);
  };

  const stopWatching = whenResized(stage, (now) => { width = now; redraw(); }, { most: 520, first: 440 });
  link = connect(model, [...Object.keys(SLIDERS), "learner", "numpy"], redraw);

  // A movement belongs to the arrow whose end was near when the pointer went down.
  let held = null;
  let fresh = true;
  picture.addEventListener("pointerdown", () => { fresh = true; });
  draggable(picture, (x, y) => {
    if (fresh) {
      fresh = false;
      const near = columns.map((column) => ({ column, far: column.distance(x, y) })).sort((p, q) => p.far - q.far)[0];
      held = near.far <= GRIP ? near.column : null;
    }
    if (held) {
      const at = plane.back(x, y);
      link.change(Object.fromEntries(held.entries.map((name, i) => [name, snapped(at[i], range)])));
    }
  });
  return () => { stopWatching(); aloud.stop(); link.stop(); };
}

// The plane before (the thin grid) and after: grid, unit square, letter, eigenvectors, the learner's letter.
function thePlane(picture) {
  const self = panel(picture, { label: "" });
  const grid = svg("path", { class: "nn-mapped" });
  const square = svg("path", { class: "nn-square" });
  const lines = svg("path", { class: "nn-eigen" });
  const shape = svg("path", { class: "nn-value" });
  const own = svg("path", { class: "nn-learner" });
  self.inside.append(grid, square, lines, shape, own);
  const through = (points) => points.map(([x, y], i) => `${i ? "L" : "M"}${self.px(x).toFixed(2)},${self.py(y).toFixed(2)}`).join("");
  return {
    panel: self,
    back: (x, y) => [
      ((x - self.box.left) / self.box.width) * 2 * REACH - REACH,
      REACH - ((y - self.box.top) / self.box.height) * 2 * REACH,
    ],
    // Returns the learner's largest difference, or null where none is drawn.
    draw(M, letter, told, box) {
      const ticks = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH);
      self.place(box, { range: [-REACH, REACH], ticks }, { range: [-REACH, REACH], ticks });
      const moved = (points) => points.map((point) => apply(M, point));
      const count = Array.from({ length: 2 * LINES + 1 }, (_, i) => i - LINES);
      set(grid, { d: count.flatMap((at) => [
        through(moved([[at, -LINES], [at, LINES]])), through(moved([[-LINES, at], [LINES, at]]))]).join("") });
      set(square, { d: through(moved(SQUARE)) });
      set(shape, { d: through(moved(letter)) });
      set(lines, { d: eigen(M).directions.map(([x, y]) => through([[-9 * x, -9 * y], [9 * x, 9 * y]])).join("") });
      // What was computed for another matrix is not shown: the kernel is still at work, or gone.
      const drawn = told?.state === "drawn" && ["a", "b", "c", "d"].every((name, i) => told.at[i] === M[name]);
      set(own, { d: drawn ? through(told.values.filter(([x, y]) => x !== null && y !== null)) : "", visibility: drawn ? "visible" : "hidden" });
      if (!drawn) return null;
      return Math.max(...told.values.map(([x, y], i) => {
        const [u, v] = apply(M, letter[i]);
        return x === null || y === null ? 0 : Math.max(Math.abs(x - u), Math.abs(y - v));
      }));
    },
  };
}

// One column as an arrow from the origin, with an end that can be dragged.
function theColumn(picture, { name, entries, from }) {
  const line = svg("line", { class: "nn-column" });
  const grip = svg("circle", { class: "nn-grip", r: 20 });
  const end = svg("circle", { class: "nn-point nn-input-point", r: 8 });
  const label = svg("text", { class: "nn-column-name" });
  label.textContent = `(${from.join(", ")})`;
  picture.append(svg("g", {}, svg("title"), line, grip, end, label));
  picture.lastChild.firstChild.textContent = `${name}: drag it`;
  let at = [0, 0];
  return {
    entries,
    distance: (x, y) => Math.hypot(x - at[0], y - at[1]),
    draw(M, { px, py }) {
      at = [px(M[entries[0]]), py(M[entries[1]])];
      set(line, { x1: px(0), y1: py(0), x2: at[0], y2: at[1] });
      for (const circle of [grip, end]) set(circle, { cx: at[0], cy: at[1] });
      set(label, { x: at[0] + 11, y: at[1] - 8 });
    },
  };
}

export default { render };
