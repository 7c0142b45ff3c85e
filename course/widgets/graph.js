// The graph explorer: values go forward, gradients come back, one step at a time.
import { element, svg, set, say, keep, number } from "./dom.js";
import { whenResized } from "./plot.js";
import { widget, slider, choice, legend, readAloud } from "./controls.js";
import { connect, learnerNotes } from "./notebook.js";
import { NODES, STEPS, EDGES, atStep, atEnd, differing, short, inWords } from "./graph_maths.js";
import { layout } from "./graph_layout.js";

const LAST = STEPS.length - 1;
const LABELS = { a: "input a", b: "input b", c: "input c" };
const ROWS = ["g", ..."fedcba"]; // of the table: the value of g, then the gradients in the order in which they come

function render({ model, el }) {
  const ranges = model.get("ranges");
  const picture = svg("svg", { class: "nn-picture nn-graph", role: "img" });
  const drawing = graphPicture(picture);
  const sliders = Object.fromEntries(Object.entries(LABELS).map(
    ([name, label]) => [name, slider({ name, label, range: ranges[name] }, (v) => link.change({ [name]: v }))]));
  const stepper = slider({ name: "step", label: "step", range: [0, LAST, 1], digits: 0 }, (step) => link.change({ step }));
  const go = (step) => () => link.change({ step: Math.min(LAST, Math.max(0, step(model.get("step")))) });
  const buttons = {
    back: button("◀ back", go((step) => step - 1)),
    on: button("step ▶", go((step) => step + 1)),
    forward: button("all forward", go(() => 4)),
    backward: button("all backward", go(() => LAST)),
  };
  const whose = choice("Numbers", { formula: "chain rule", value: "your Value" }, (numbers) => link.change({ numbers }));
  const key = legend([
    { key: "value", look: "value", text: "forward: values" },
    { key: "back", look: "derivative", text: "backward: ∂g/∂node; on edges upstream × local" },
    { key: "learner", look: "learner", text: "numbers of your Value" },
  ]);
  const table = numbersTable();
  const words = element("p", { class: "nn-words" });
  const notes = learnerNotes();
  const aloud = readAloud();
  const stage = element("div", { class: "nn-stage" }, picture);
  el.append(widget("graph-explorer",
    element("div", { class: "nn-columns" },
      element("div", { class: "nn-main" }, stage, key.root),
      element("div", { class: "nn-side" },
        element("div", { class: "nn-sliders" }, ...[...Object.values(sliders), stepper].map(({ root }) => root)),
        element("div", { class: "nn-buttons" }, ...Object.values(buttons)), whose.root, table.root)),
    words, notes.root, aloud.root));

  let width = null;
  const redraw = () => {
    const point = { a: model.get("a"), b: model.get("b"), c: model.get("c") };
    const step = model.get("step");
    const end = atEnd(point);
    const alive = Boolean(link?.alive());
    const own = alive ? model.get("own") : {};
    const wrong = own.state === "drawn" ? differing(end, own, point) : null;
    const theirs = model.get("numbers") === "value" && own.state === "drawn";
    drawing.draw(width, atStep(step, point), theirs ? { wrong, ...own } : null);
    for (const [name, { show }] of Object.entries(sliders))
      show(point[name], `${number(point[name], 2)}, g = ${short(end.values.g)}, slope ${short(end.grads[name])}`);
    stepper.show(step, `${step} of ${LAST}`);
    set(buttons.back, { disabled: step === 0 && "" });
    set(buttons.on, { disabled: step === LAST && "" });
    whose.show(theirs ? "value" : "formula");
    whose.root.hidden = own.state !== "drawn";
    key.show("learner", theirs ? "numbers of your Value" : null);
    table.show(atStep(step, point), end, alive ? model.get("torch") : null, own.state === "drawn" ? own : null, point, wrong);
    notes.show([alive ? ownSentence(own, wrong) : ""]);
    const said = inWords(step, point);
    say(words, said);
    set(picture, { "aria-label": `A computation graph. ${said}` });
    aloud.show(said);
  };

  let link = null;
  const stopWatching = whenResized(stage, (now) => { width = now; redraw(); });
  link = connect(model, ["a", "b", "c", "step", "numbers", "own", "torch"], redraw);
  redraw();
  return () => { stopWatching(); aloud.stop(); link.stop(); };
}

function ownSentence(own, wrong) {
  if (own.state !== "drawn") return own.sentence ?? "";
  if (wrong === null) return `Your ${own.name} is being asked …`;
  if (!wrong.length) return `Your ${own.name} agrees at every node.`;
  return `Your ${own.name} differs at ${wrong.join(", ")}.`;
}

function button(text, pressed) {
  const made = element("button", { type: "button", class: "nn-button", "data-lm-suppress-shortcuts": "true" }, text);
  made.addEventListener("click", pressed);
  return made;
}

// Boxes and edges are made once; draw() places them and says what stands in them.
function graphPicture(picture) {
  const edges = EDGES.map(({ head, tail }) => {
    const line = svg("path", { class: "nn-edge" });
    const tip = svg("path", { class: "nn-tip" });
    const label = svg("text", { class: "nn-edge-label" });
    picture.append(line, tip);
    return { head, tail, line, tip, label };
  });
  const nodes = Object.fromEntries(Object.keys(NODES).map((name) => {
    const frame = svg("rect", { class: "nn-box", rx: 6 });
    const value = svg("text", { class: "nn-node-value", "text-anchor": "middle" });
    const grad = svg("text", { class: "nn-node-grad", "text-anchor": "middle" });
    picture.append(frame, value, grad);
    return [name, { frame, value, grad }];
  }));
  picture.append(...edges.map(({ label }) => label));
  return {
    // own: null, or the learner's {values, grads, wrong}; wrong is null while they are asked elsewhere.
    draw(width, { values, grads, sent, waiting, now }, own) {
      const { height, narrow, tiny, line, boxes, edges: ways } = layout(width);
      set(picture, { viewBox: `0 0 ${width} ${height}`, width, height });
      picture.classList.toggle("nn-narrow", narrow);
      picture.classList.toggle("nn-tiny", tiny);
      for (const [name, { frame, value, grad }] of Object.entries(nodes)) {
        const { x, y, width: w, height: h } = boxes[name];
        const current = now.node === name || now.tail === name;
        const wrong = own?.wrong?.includes(name);
        set(frame, {
          x: x - w / 2, y: y - h / 2, width: w, height: h,
          class: `nn-box${current ? " nn-now" : ""}${own ? " nn-own" : ""}`,
        });
        const told = (numbers, mine, digits) => (own ? (own.wrong ? short(numbers[name], digits) : "…") : short(mine, digits));
        const formula = narrow || NODES[name].formula === name ? name : `${name} = ${NODES[name].formula}`;
        set(value, { x, y: y - 0.2 * line });
        say(value, name in values ? `${formula} = ${told(own?.values, values[name], tiny ? 4 : 5)}` : `${formula} = ?`);
        set(grad, { x, y: y + line - 0.1 * line });
        // There is no room for a mark in a narrow box; the words below say it too.
        const mark = narrow ? "" : wrong ? " ✗" : waiting.includes(name) && !own ? " …" : "";
        const sum = told(own?.grads, grads[name], 4) + mark;
        say(grad, name in grads ? `${tiny ? "∂" : narrow ? "∂ =" : `∂g/∂${name} =`} ${sum}` : "");
      }
      for (const { head, tail, line: stroke, tip, label } of edges) {
        const way = ways[`${head}→${tail}`];
        const message = sent[`${head}→${tail}`];
        const current = now.head === head && now.tail === tail;
        const kind = `${message ? " nn-back" : head in values ? " nn-done" : ""}${current ? " nn-now" : ""}`;
        set(stroke, { d: way.d, class: `nn-edge${kind}` });
        set(tip, { d: way.tip, class: `nn-tip${kind}` });
        keep(label, lines(message, narrow, way.label, line));
      }
    },
  };
}

function lines(message, narrow, { x, y, anchor }, line) {
  if (!message) return [];
  const { upstream, local, product } = message;
  const texts = narrow
    ? [short(upstream), `× ${short(local)}`, `= ${short(product)}`]
    : [`${short(upstream)} × ${short(local)}`, `= ${short(product)}`];
  return texts.map((text, i) =>
    ["tspan", { x, y: (y + (i - (texts.length - 1) / 2) * line + 4).toFixed(1), "text-anchor": anchor }, text]);
}

function numbersTable() {
  const body = element("tbody");
  const cells = Object.fromEntries(ROWS.map((name) => {
    const [here, torch, own] = ["", "nn-torch", "nn-yours"].map((kind) => element("td", { class: kind }));
    body.append(element("tr", {}, element("th", { scope: "row" }, name === "g" ? "g" : `∂g/∂${name}`), here, torch, own));
    return [name, { here, torch, own }];
  }));
  const heads = [["", null], ["so far", null], ["torch.autograd", "nn-torch"], ["your Value", "nn-yours"]].map(([text, kind]) =>
    (text ? element("th", { scope: "col", class: kind }, text) : element("td", {})));
  const verdict = element("p", { class: "nn-verdict nn-torch" });
  const root = element("div", { class: "nn-numbers" },
    element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body), verdict);
  const show = (now, end, torch, own, point, wrong) => {
    root.classList.toggle("nn-alone", torch === null);
    root.classList.toggle("nn-no-own", own === null);
    const differs = differing(end, torch, point);
    const of = (name, { values, grads }) => (name === "g" ? values : grads)[name];
    for (const [name, { here, torch: there, own: mine }] of Object.entries(cells)) {
      const known = of(name, now);
      say(here, known === undefined ? "·" : short(known, 6, 9));
      say(there, differs === null ? "…" : short(of(name, torch), 6, 9));
      say(mine, own === null ? "" : wrong === null ? "…" : short(of(name, own), 6, 9));
    }
    say(verdict, differs === null ? "torch.autograd is being asked …"
      : differs.length ? "✗ torch.autograd disagrees: please report this." : "✓ torch.autograd agrees with the chain rule.");
  };
  return { root, show };
}

export default { render };
