// The activation explorer: the picture, drawn in the browser at every movement.
import { element, svg, set, say, number } from "./dom.js";
import { panel, path, sampled, draggable, whenResized } from "./plot.js";
import { widget, slider, choice, comparison, legend, readAloud } from "./controls.js";
import { connect, learnerCurve, learnerSentence, learnerNotes } from "./notebook.js";
import { ACTIVATIONS, SATURATED, atPoint, towards, agreement, inWords } from "./activations_maths.js";

const SIZE = { left: 34, right: 10, top: 8, value: 220, gap: 14, slope: 104, bottom: 40 };
const HEIGHT = SIZE.top + SIZE.value + SIZE.gap + SIZE.slope + SIZE.bottom;
const TANGENT = 1.6; // half its length along z

// Rows of the table: what the browser computes and what torch.autograd is asked.
const NUMBERS = {
  z: "z = w·x + b", a: "a = a(z)", da_dz: "a′ = da/dz",
  da_dw: "∂a/∂w = a′·x", da_dx: "∂a/∂x = a′·w", da_db: "∂a/∂b = a′",
};

const inTable = (told) => Object.fromEntries(Object.keys(NUMBERS).map(
  (name) => [name, told[name] === null ? "none" : number(told[name])]));

function render({ model, el }) {
  const ranges = model.get("ranges");
  const grid = model.get("grid");
  const picture = svg("svg", { class: "nn-picture", role: "img" });
  const value = valuePanel(picture);
  const slope = slopePanel(picture);
  const guide = svg("line", { class: "nn-guide" });
  const below = svg("text", { class: "nn-axis-label", "text-anchor": "end" });
  below.textContent = "z = w·x + b";
  picture.append(guide, below, value.handle);

  const labels = Object.fromEntries(Object.entries(ACTIVATIONS).map(([key, { label }]) => [key, label]));
  const picked = choice("Activation", labels, (activation) => link.change({ activation }));
  const sliders = Object.fromEntries(Object.entries({ x: "input x", w: "weight w", b: "bias b" }).map(
    ([name, label]) => [name, slider({ name, label, range: ranges[name] }, (v) => link.change({ [name]: v }))]));
  const key = legend([
    { key: "value", look: "value", text: "a(z)" },
    { key: "slope", look: "derivative", text: "slope: tangent and a′(z)" },
    { key: "learner", look: "learner", text: "yours" },
    { key: "zone", look: "zone", text: "" },
  ]);
  const table = comparison({ title: "at this point", referee: "torch.autograd", rows: NUMBERS });
  const words = element("p", { class: "nn-words" });
  const notes = learnerNotes();
  const aloud = readAloud();
  const stage = element("div", { class: "nn-stage" }, picture);
  el.append(widget("activations",
    picked.root,
    element("div", { class: "nn-columns" },
      element("div", { class: "nn-main" }, stage, key.root),
      element("div", { class: "nn-side" },
        element("div", { class: "nn-sliders" }, ...Object.values(sliders).map(({ root }) => root)), table.root)),
    words, notes.root, aloud.root));

  let width = null;
  let drawn = []; // what the curves on the page were drawn from
  const redraw = () => {
    const question = { activation: model.get("activation"), x: model.get("x"), w: model.get("w"), b: model.get("b") };
    const curves = [question.activation, model.get("learner"), width, link?.alive()];
    if (curves.some((now, i) => now !== drawn[i])) drawCurves(...(drawn = curves));
    drawPoint(question);
  };

  const drawCurves = (activation, tables) => {
    set(picture, { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT });
    const right = width - SIZE.left - SIZE.right;
    const ticks = width < 360 ? [-8, -4, 0, 4, 8] : [-8, -6, -4, -2, 0, 2, 4, 6, 8];
    const z = { range: [grid.low, grid.high], ticks };
    const above = { left: SIZE.left, top: SIZE.top, width: right, height: SIZE.value };
    const strip = { ...above, top: SIZE.top + SIZE.value + SIZE.gap, height: SIZE.slope };
    const off = {
      value: value.draw(activation, above, z, grid, tables),
      derivative: slope.draw(activation, strip, z, grid, tables),
    };
    set(below, { x: width - SIZE.right, y: HEIGHT - 6 });
    picked.show(activation);
    const own = Object.keys(off).map((what) => [tables[`${what}:${activation}`], off[what]]);
    notes.show(own.map(([told, difference]) => learnerSentence(told, difference, link?.alive())));
    const names = own.filter(([told]) => told?.state === "drawn").map(([told]) => told.name);
    key.show("value", `a(z) = ${ACTIVATIONS[activation].formula}`);
    key.show("learner", names.length ? `your ${names.join(" and ")}` : null);
    const { zones, zoneName } = ACTIVATIONS[activation];
    key.show("zone", zones.length ? `${zoneName}: a′ below ${SATURATED}` : null);
  };

  const drawPoint = (question) => {
    const { activation, x, w, b } = question;
    const here = atPoint(activation, x, w, b);
    value.point(here);
    slope.point(here);
    const at = value.panel.px(here.z);
    set(guide, { x1: at, x2: at, y1: SIZE.top, y2: HEIGHT - SIZE.bottom });
    for (const [name, { show }] of Object.entries(sliders))
      show(question[name], `${number(question[name], 2)}, z = ${number(here.z, 2)}, a = ${number(here.a, 2)}`);
    const torch = model.get("torch");
    const agrees = agreement(here, torch, question);
    const verdict = agrees && torch.da_dz === null ? "✓ torch.autograd has no gradient to give either." : undefined;
    table.show(inTable(here), agrees === null ? null : inTable(torch), { alive: link?.alive(), agrees, verdict });
    const said = inWords(activation, here, number);
    say(words, said);
    set(picture, { "aria-label": said });
    aloud.show(said);
  };

  let link = null;
  const stopWatching = whenResized(stage, (now) => { width = now; redraw(); });
  link = connect(model, ["activation", "x", "w", "b", "learner", "torch"], redraw);
  draggable(picture, (px) => {
    const part = (px - SIZE.left) / (width - SIZE.left - SIZE.right);
    const z = grid.low + Math.min(1, Math.max(0, part)) * (grid.high - grid.low);
    link.change(towards(z, { x: model.get("x"), w: model.get("w"), b: model.get("b") }, ranges));
  });
  return () => { stopWatching(); aloud.stop(); link.stop(); };
}

// The upper panel: the activation, the learner's, the tangent and the point.
function valuePanel(picture) {
  const self = panel(picture, { label: "a(z)" });
  const zones = svg("g", { class: "nn-zones" });
  const curve = svg("path", { class: "nn-value" });
  const tangent = svg("line", { class: "nn-derivative nn-tangent" });
  self.inside.append(zones, curve);
  const own = learnerCurve(self.inside);
  self.inside.append(tangent);
  const handle = svg("circle", { class: "nn-point", r: 8 });
  return {
    panel: self,
    handle,
    draw(activation, box, z, grid, tables) {
      const { value, range, ticks, jumps } = ACTIVATIONS[activation];
      self.place(box, { ...z, labels: false }, { range, ticks });
      zones.replaceChildren(...zoneShapes(self, activation, true));
      set(curve, { d: path(self, sampled(value, z.range, box.width, jumps.value), jumps.value) });
      return own.show(tables[`value:${activation}`], self, grid, value, jumps.value);
    },
    point({ z, a, da_dz }) {
      set(tangent, {
        x1: self.px(z - TANGENT), y1: self.py(a - TANGENT * da_dz),
        x2: self.px(z + TANGENT), y2: self.py(a + TANGENT * da_dz),
      });
      set(handle, { cx: self.px(z), cy: self.py(a) });
    },
  };
}

// The lower strip: the derivative on one scale for all activations, so that they can be compared.
function slopePanel(picture) {
  const self = panel(picture, { label: "a′(z)" });
  const zones = svg("g", { class: "nn-zones" });
  const curve = svg("path", { class: "nn-derivative" });
  const handle = svg("circle", { class: "nn-dot", r: 5 });
  self.inside.append(zones, curve);
  const own = learnerCurve(self.inside);
  self.inside.append(handle);
  return {
    draw(activation, box, z, grid, tables) {
      const { slope, jumps } = ACTIVATIONS[activation];
      self.place(box, z, { range: [-0.15, 1.2], ticks: [0, 0.5, 1] });
      zones.replaceChildren(...zoneShapes(self, activation, false));
      set(curve, { d: path(self, sampled(slope, z.range, box.width, jumps.slope), jumps.slope) });
      return own.show(tables[`derivative:${activation}`], self, grid, slope, jumps.slope);
    },
    point({ z, da_dz }) { set(handle, { cx: self.px(z), cy: self.py(da_dz) }); },
  };
}

function zoneShapes({ px, box, x }, activation, named) {
  return ACTIVATIONS[activation].zones.flatMap(([low, high]) => {
    const from = px(Math.max(low, x.range[0]));
    const to = px(Math.min(high, x.range[1]));
    const shapes = [svg("rect", { x: from, y: box.top, width: to - from, height: box.height })];
    for (const edge of [low, high].filter(Number.isFinite))
      shapes.push(svg("line", { x1: px(edge), x2: px(edge), y1: box.top, y2: box.top + box.height }));
    if (named && to - from > 70) {
      const name = svg("text", { x: from + Math.min(90, (to - from) / 2), y: box.top + box.height - 8, "text-anchor": "middle" });
      name.textContent = ACTIVATIONS[activation].zoneName;
      shapes.push(name);
    }
    return shapes;
  });
}

export default { render };
