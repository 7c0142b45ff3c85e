// The scale explorer: a map of accuracies, and the two learning curves that run through the chosen field.
import { element, svg, set, say, keep } from "./dom.js";
import { draggable, whenResized } from "./plot.js";
import { widget, slider, choice, legend, readAloud } from "./controls.js";
import { connect, learnerNotes } from "./notebook.js";
import { OTHERS, shown, tint, place, upright, percent, networks, mineAt, inWords } from "./scale_maths.js";

const LEFT = 46, RIGHT = 8, TOP = 24, FIELD = 24, FOOT = 40, UNDER = 24;
const CURVE = 170; // height of a panel with curves
const LOOKS = { "logistic regression": "logistic", SVM: "svm" };

function render({ model, el }) {
  const grid = model.get("grid");
  const { sizes, amounts } = grid;
  const picture = svg("svg", { class: "nn-picture", role: "img" });
  const data = slider({ name: "images", label: "amount of training data", range: [0, amounts.length - 1, 1], digits: 0 }, (amount) => link.change({ amount }));
  const size = slider({ name: "neurons", label: "size of the network", range: [0, sizes.length - 1, 1], digits: 0 }, (at) => link.change({ size: at }));
  const show = choice("Show", { accuracy: "accuracy", error: "error, log axis" }, (key) => link.change({ show: key }));
  const key = legend([
    { key: "value", look: "value", text: "networks, recorded" },
    { key: "logistic", look: "logistic", text: "logistic regression" },
    { key: "svm", look: "svm", text: "SVM" },
    { key: "learner", look: "learner", text: "yours" },
  ]);
  const words = element("p", { class: "nn-words" });
  const source = element("p", { class: "nn-verdict" }, `Bars: one standard error over ${grid.seeds} seeds. Recorded on ${grid.device}, ${grid.date}, by ${grid.command}.`);
  const notes = learnerNotes();
  const aloud = readAloud();
  const stage = element("div", { class: "nn-stage" }, picture);
  el.append(widget("scale",
    element("div", { class: "nn-columns" },
      element("div", { class: "nn-main" }, stage, key.root),
      element("div", { class: "nn-side" }, element("div", { class: "nn-sliders" }, data.root, size.root), show.root, words, notes.root)),
    source, aloud.root));

  let width = 560;
  let link = null;
  let map = null; // where the fields lie, in pixels

  const redraw = () => {
    const at = { size: model.get("size"), amount: model.get("amount"), show: model.get("show"), mine: model.get("mine") };
    const side = width >= 470; // the two curves side by side
    const foot = TOP + sizes.length * FIELD + FOOT;
    const half = side ? (width - 12) / 2 : width;
    const second = side ? { left: half + 12, top: foot } : { left: 0, top: foot + CURVE + TOP + UNDER };
    const height = second.top + TOP + CURVE + UNDER;
    set(picture, { viewBox: `0 0 ${width} ${height}`, width, height });
    map = { left: LEFT, top: TOP, cell: (width - LEFT - RIGHT) / amounts.length };
    const parts = [heat(grid, at, map, width), overData(grid, at, { left: 0, top: foot, width: half }), overSize(grid, at, { ...second, width: half })];
    keep(picture, parts.map((part) => ["g", {}, part]));
    data.show(at.amount, `${amounts[at.amount]} training images`, String(amounts[at.amount]));
    size.show(at.size, `${sizes[at.size]} hidden neuron${sizes[at.size] === 1 ? "" : "s"}`, String(sizes[at.size]));
    show.show(at.show);
    const drawn = at.mine.state === "drawn";
    const own = Object.keys(networks(at.mine.models));
    key.show("learner", own.length ? `yours: networks of ${own.join(", ")}` : null);
    // Without a kernel nobody can run the cell that the sentence speaks of.
    notes.show([drawn || (at.mine.state === "missing" && !link?.alive()) ? "" : at.mine.sentence]);
    const said = inWords(grid, at.size, at.amount, at.mine);
    say(words, said);
    set(picture, { "aria-label": `A map of test accuracy over the size of the network and the amount of data, and below it accuracy against data and against size. ${said}` });
    aloud.show(said);
  };

  const stopWatching = whenResized(stage, (now) => { width = now; redraw(); }, { most: 640 });
  link = connect(model, ["size", "amount", "show", "mine"], redraw);
  redraw();
  let onMap = false; // a movement that began below the map chooses nothing
  picture.addEventListener("pointerdown", (event) => {
    const frame = picture.getBoundingClientRect();
    const y = ((event.clientY - frame.top) * picture.viewBox.baseVal.height) / frame.height;
    onMap = y < map.top + sizes.length * FIELD + 4;
  });
  draggable(picture, (x, y) => {
    if (!onMap) return;
    const within = (value, count) => Math.min(count - 1, Math.max(0, Math.floor(value)));
    const amount = within((x - map.left) / map.cell, amounts.length);
    const at = sizes.length - 1 - within((y - map.top) / FIELD, sizes.length);
    if (amount !== model.get("amount") || at !== model.get("size")) link.change({ amount, size: at });
  });
  return () => { stopWatching(); aloud.stop(); link.stop(); };
}

// What keep() makes nodes of.
const text = (x, y, words, attributes = {}) => ["text", { x, y, ...attributes }, words];

// The map: a row for each size, the smallest below; a column for each amount.
function heat(grid, { size, amount, show, mine }, { left, top, cell }, width) {
  const { sizes, amounts } = grid;
  const rows = sizes.length;
  const y = (row) => top + (rows - 1 - row) * FIELD;
  const drawn = [text(4, 14, `test ${show} in per cent`, { class: "nn-axis-label" })];
  const marks = [];
  sizes.forEach((hidden, row) => {
    drawn.push(text(left - 6, y(row) + 16, String(hidden), { "text-anchor": "end" }));
    amounts.forEach((images, column) => {
      const mean = grid.networks.mean[row][column];
      const box = { x: left + column * cell, y: y(row), width: cell, height: FIELD };
      // Never so dark that black letters could not be read.
      drawn.push(["rect", { class: "nn-field", ...box }], ["rect", { class: "nn-tint", ...box, "fill-opacity": (0.8 * tint(mean)).toFixed(2) }]);
      const value = 100 * shown(mean, show);
      drawn.push(text(box.x + cell / 2, box.y + 16, value < 9.95 ? value.toFixed(1) : value.toFixed(0), { "text-anchor": "middle", class: "nn-in-field" }));
      if (mineAt(mine, hidden, images)) marks.push(["rect", { class: "nn-own", x: box.x + 3, y: box.y + 3, width: cell - 6, height: FIELD - 6, rx: 3 }]);
    });
  });
  amounts.forEach((images, column) => {
    if (cell < 32 && (amounts.length - 1 - column) % 2) return; // no room for every number
    drawn.push(text(left + (column + 0.5) * cell, top + rows * FIELD + 15, String(images), { "text-anchor": "middle" }));
  });
  const [up, right] = width < 260 ? ["↑ neurons", "images →"] : ["↑ hidden neurons", "training images →"];
  drawn.push(text(width - RIGHT, top + rows * FIELD + 31, right, { "text-anchor": "end", class: "nn-small" }));
  drawn.push(text(4, top + rows * FIELD + 31, up, { class: "nn-small" }));
  return [...drawn, ...marks,
    ["rect", { class: "nn-row", x: left, y: y(size), width: cell * amounts.length, height: FIELD }],
    ["rect", { class: "nn-row", x: left + amount * cell, y: top, width: cell, height: rows * FIELD }],
    ["rect", { class: "nn-chosen", x: left + amount * cell, y: y(size), width: cell, height: FIELD }]];
}

// One pair of axes: horizontal places (powers of two, evenly spaced), and a vertical axis of shares.
function frame(title, places, { left, top, width }, show) {
  const { ends, ticks, logarithmic } = upright(show);
  const box = { left: left + 44, top: top + TOP, width: width - 52, height: CURVE };
  const px = (value) => box.left + 10 + (box.width - 20) * place(value, [places[0], places[places.length - 1]], true);
  const py = (share) => box.top + box.height * (1 - Math.min(1, Math.max(0, place(share, ends, logarithmic))));
  const drawn = [
    ["rect", { class: "nn-panel", x: box.left, y: box.top, width: box.width, height: box.height }],
    text(left + 4, top + 15, title, { class: "nn-axis-label" })];
  for (const tick of ticks) {
    drawn.push(["line", { class: "nn-tick", x1: box.left, x2: box.left + box.width, y1: py(tick), y2: py(tick) }]);
    drawn.push(text(box.left - 5, py(tick) + 4, percent(tick, tick > 0 && tick < 0.01 ? 1 : 0), { "text-anchor": "end", class: "nn-small" }));
  }
  const every = box.width < 34 * places.length ? 2 : 1;
  places.forEach((value, i) => {
    if ((places.length - 1 - i) % every === 0) drawn.push(text(px(value), box.top + box.height + 15, String(value), { "text-anchor": "middle", class: "nn-small" }));
  });
  return { drawn, px, py };
}

// A curve through (value, mean) points, with bars of one standard error and a mark at each point.
function curve({ px, py }, points, show, look) {
  const there = points.filter(({ mean }) => mean !== null && mean !== undefined);
  const d = there.map(({ at, mean }, i) => `${i ? "L" : "M"}${px(at).toFixed(2)},${py(shown(mean, show)).toFixed(2)}`).join("");
  const drawn = [["path", { class: look.line, d }]];
  for (const { at, mean, error } of there) {
    if (look.bars && error) drawn.push(["line", { class: look.bars, x1: px(at), x2: px(at), y1: py(shown(mean - error, show)), y2: py(shown(mean + error, show)) }]);
    if (look.mark) drawn.push(["circle", { class: look.mark, cx: px(at), cy: py(shown(mean, show)), r: 4 }]);
  }
  return drawn;
}

const RECORDED = { line: "nn-value", bars: "nn-bars", mark: "nn-mark" };
const OWN = { line: "nn-learner", bars: "nn-bars-learner", mark: "nn-mark-learner" };

function overData(grid, { size, amount, show, mine }, box) {
  const { sizes, amounts } = grid;
  const chosen = box.width < 230 ? "" : `, ${sizes[size]} neuron${sizes[size] === 1 ? "" : "s"}`;
  const axes = frame(`${show} against data${chosen}`, amounts, box, show);
  const along = (bars, places) => places.map((at, i) => ({ at, mean: bars.mean[i], error: bars.error[i] }));
  const networkRow = { mean: grid.networks.mean[size], error: grid.networks.error[size] };
  const drawn = [...axes.drawn];
  for (const name of OTHERS) drawn.push(...curve(axes, along(grid.others[name], amounts), show, { line: `nn-${LOOKS[name]}` }));
  drawn.push(...curve(axes, along(networkRow, amounts), show, RECORDED));
  const own = mine.state === "drawn" ? networks(mine.models)[sizes[size]] : null;
  if (own) {
    const places = along(own, mine.amounts).filter(({ at }) => at >= amounts[0] && at <= amounts[amounts.length - 1]);
    drawn.push(...curve(axes, places, show, OWN));
  }
  drawn.push(now(axes, amounts[amount], networkRow.mean[amount], show));
  return drawn;
}

function overSize(grid, { size, amount, show, mine }, box) {
  const { sizes, amounts } = grid;
  const axes = frame(`${show} against size${box.width < 230 ? "" : `, ${amounts[amount]} images`}`, sizes, box, show);
  const points = sizes.map((at, row) => ({ at, mean: grid.networks.mean[row][amount], error: grid.networks.error[row][amount] }));
  const drawn = [...axes.drawn];
  for (const name of OTHERS) {
    const mean = grid.others[name].mean[amount]; // of one size only: a level line
    drawn.push(...curve(axes, [sizes[0], sizes[sizes.length - 1]].map((at) => ({ at, mean })), show, { line: `nn-${LOOKS[name]}` }));
  }
  drawn.push(...curve(axes, points, show, RECORDED));
  const own = Object.keys(networks(mine.models)).map(Number).sort((a, b) => a - b)
    .filter((at) => at >= sizes[0] && at <= sizes[sizes.length - 1])
    .map((at) => ({ at, ...mineAt(mine, at, amounts[amount]) })).filter(({ mean }) => mean !== undefined);
  if (own.length) drawn.push(...curve(axes, own, show, OWN));
  drawn.push(now(axes, sizes[size], points[size].mean, show));
  return drawn;
}

const now = ({ px, py }, at, mean, show) => ["circle", { class: "nn-mark-now", cx: px(at), cy: py(shown(mean, show)), r: 5.5 }];

export default { render };
