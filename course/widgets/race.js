// The race: a guess first, then three bars on a log scale; and the lanes of a vector unit, step by step.
import { element, svg, set, say, raised } from "./dom.js";
import { whenResized } from "./plot.js";
import { widget, slider, choice, readAloud } from "./controls.js";
import { connect } from "./notebook.js";

const RUNNERS = { loop: "loop in Python", numpy: "NumPy", torch: "PyTorch" };
const LEFT = 96, RIGHT = 16, ROW = 34, TOP = 22;
const BARS = TOP + 3 * ROW + 34;
const COUNT = 32; // numbers in the picture of the lanes
const DECADES = [-8, 0]; // 10 ns to 1 s

const digits = (value) => (value >= 99.5 ? value.toFixed(0) : value.toPrecision(2));
const seconds = (s) => (s >= 1 ? `${digits(s)} s` : s >= 1e-3 ? `${digits(s * 1e3)} ms` : s >= 1e-6 ? `${digits(s * 1e6)} µs` : `${digits(s * 1e9)} ns`);
const times = (factor) => (factor >= 1 ? `${digits(factor)} times faster than` : `${digits(1 / factor)} times slower than`);

function render({ model, el }) {
  const picture = svg("svg", { class: "nn-picture", role: "img" });
  const size = slider({ name: "n", label: "how many numbers, as a power of ten", range: [1, 6, 1], digits: 0 }, (power) => link.change({ power }));
  const guess = slider({ name: "guess", label: "your guess: NumPy's factor over the loop", range: [-1, 4, 0.1] }, (value) => link.change({ guess: value }));
  const go = element("button", { type: "button", class: "nn-go" }, "Run the race");
  const lanes = choice("Lanes", { 1: "1", 4: "4", 8: "8", 16: "16" }, (key) => link.change({ lanes: Number(key), step: 0 }));
  const step = slider({ name: "step", label: "steps of the vector unit", range: [0, COUNT, 1], digits: 0 }, (value) => link.change({ step: Math.min(value, most()) }));
  const words = element("p", { class: "nn-words" });
  const below = element("p", { class: "nn-words" });
  const note = element("p", { class: "nn-verdict" });
  const aloud = readAloud();
  const stage = element("div", { class: "nn-stage" }, picture);
  el.append(widget("race",
    element("div", { class: "nn-columns" },
      element("div", { class: "nn-main" }, stage),
      element("div", { class: "nn-side" },
        element("div", { class: "nn-sliders" }, size.root, guess.root), go,
        lanes.root, element("div", { class: "nn-sliders" }, step.root))),
    words, below, note, aloud.root));

  let width = 560;
  let running = false;
  const most = () => Math.ceil(COUNT / model.get("lanes"));
  const result = () => {
    const n = String(10 ** model.get("power"));
    const own = model.get("results")[n];
    if (own) return { ...own, now: true };
    const old = model.get("recorded").results?.[n];
    return old && !link?.alive() ? { ...old, now: false } : null; // with a kernel: guess, then measure
  };

  const redraw = () => {
    const n = 10 ** model.get("power");
    const factor = 10 ** model.get("guess");
    const found = result();
    if (found?.now) running = false;
    set(picture, { viewBox: `0 0 ${width} ${BARS + 112}`, width, height: BARS + 112 });
    picture.replaceChildren(...bars(found, factor), ...lanePicture());
    size.show(model.get("power"), `${n.toLocaleString("en")} numbers`, raised(model.get("power")));
    guess.show(model.get("guess"), `NumPy is ${times(factor)} the loop`, `${digits(factor)}×`);
    lanes.show(String(model.get("lanes")));
    set(step.input, { max: most() });
    step.show(Math.min(model.get("step"), most()), `step ${model.get("step")} of ${most()}`);
    go.disabled = !link?.alive() || running;
    say(go, running ? "Running …" : "Run the race");
    const numbers = `${n.toLocaleString("en")} numbers: `;
    if (!found) say(words, `${numbers}guess how many times faster NumPy is than the loop (now: ${digits(factor)} times), then run the race.`);
    else {
      const real = found.seconds.loop / found.seconds.numpy;
      const parts = Object.keys(RUNNERS).map((key) => `${RUNNERS[key]} ${seconds(found.seconds[key])}`).join(", ");
      say(words, `${numbers}${parts}. NumPy is ${times(real)} the loop; you guessed ${digits(factor)} times faster.`);
    }
    const done = Math.min(model.get("step") * model.get("lanes"), COUNT);
    say(below, `${COUNT} numbers, ${model.get("lanes")} lane${model.get("lanes") > 1 ? "s" : ""}: after ${Math.min(model.get("step"), most())} of ${most()} steps ${done} numbers are done.`);
    const where = model.get("recorded");
    say(note, found && !found.now ? `Recorded on ${where.device}, ${where.date}, by ${where.command}.` : found ? whose(found) : "");
    set(picture, { "aria-label": `${words.textContent} ${below.textContent}` });
    aloud.show(`${words.textContent} ${below.textContent}`);
  };

  const whose = ({ whose, note: told }) => {
    const mine = Object.keys(RUNNERS).filter((key) => whose[key] === "yours").map((key) => RUNNERS[key]);
    return `Measured on this machine just now; ${mine.length ? `your own functions ran for: ${mine.join(", ")}.` : "the course's own functions ran."}${told ? ` ${told}` : ""}`;
  };

  const at = (s) => LEFT + ((Math.log10(s) - DECADES[0]) / (DECADES[1] - DECADES[0])) * (width - LEFT - RIGHT);
  const text = (x, y, words, attributes = {}) => {
    const node = svg("text", { x, y, ...attributes });
    node.textContent = words;
    return node;
  };

  const bars = (found, factor) => {
    const drawn = [svg("rect", { class: "nn-panel", x: LEFT, y: TOP - 6, width: width - LEFT - RIGHT, height: 3 * ROW + 8 })];
    for (let power = DECADES[0]; power <= DECADES[1]; power += 2)
      drawn.push(svg("line", { class: "nn-tick", x1: at(10 ** power), x2: at(10 ** power), y1: TOP - 6, y2: TOP + 3 * ROW + 2 }),
        text(at(10 ** power), TOP + 3 * ROW + 18, `${raised(power)} s`, { "text-anchor": "middle" }));
    Object.entries(RUNNERS).forEach(([key, label], row) => {
      const y = TOP + row * ROW;
      drawn.push(text(LEFT - 8, y + 18, label, { "text-anchor": "end" }));
      if (!found) return;
      const s = Math.min(Math.max(found.seconds[key], 1.2e-8), 1);
      const end = at(s);
      drawn.push(svg("rect", { class: `nn-bar nn-bar-${key}`, x: LEFT, y: y + 3, width: end - LEFT, height: ROW - 12 }));
      const inside = end > width - 90;
      drawn.push(text(inside ? end - 6 : end + 6, y + 18, seconds(found.seconds[key]), { "text-anchor": inside ? "end" : "start", class: inside ? "nn-on-bar" : null }));
    });
    if (found) { // where NumPy would be by the guess
      const x = at(Math.min(1, Math.max(1.2e-8, found.seconds.loop / factor)));
      drawn.push(svg("line", { class: "nn-guess", x1: x, x2: x, y1: TOP + ROW - 2, y2: TOP + 2 * ROW - 4 }));
      drawn.push(text(x, TOP - 10, "▾ your guess for NumPy", { "text-anchor": x > width - 120 ? "end" : x < LEFT + 60 ? "start" : "middle" }));
    }
    return drawn;
  };

  const lanePicture = () => {
    const count = model.get("lanes");
    const done = model.get("step") * count;
    const cell = Math.min(24, (width - 20) / 16);
    const across = 16;
    const drawn = [text(4, BARS + 14, `one instruction = ${count} number${count > 1 ? "s" : ""}`, { class: "nn-axis-label" })];
    for (let i = 0; i < COUNT; i += 1) {
      const x = 4 + (i % across) * cell;
      const y = BARS + 26 + Math.floor(i / across) * (cell + 14);
      const now = i < done && i >= done - count;
      drawn.push(svg("rect", { class: now ? "nn-lane nn-lane-now" : i < done ? "nn-lane nn-lane-done" : "nn-lane", x, y, width: cell - 2, height: cell - 2 }));
      if (cell > 16) drawn.push(text(x + cell / 2 - 1, y + cell / 2 + 3, String(i + 1), { "text-anchor": "middle", class: i < done ? "nn-in-lane" : null }));
      if (i % count === 0) drawn.push(svg("line", { class: "nn-lane-edge", x1: x - 1, x2: x - 1, y1: y - 4, y2: y + cell + 2 }));
    }
    return drawn;
  };

  let link = null;
  go.addEventListener("click", () => {
    running = true;
    model.send({ kind: "race", power: model.get("power") });
    redraw();
  });
  const stopWatching = whenResized(stage, (now) => { width = now; redraw(); });
  link = connect(model, ["power", "guess", "lanes", "step", "results"], redraw);
  redraw();
  return () => { stopWatching(); aloud.stop(); link.stop(); };
}

export default { render };
