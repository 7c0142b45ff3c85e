// The one frame, the one slider, the one row of choices, the one legend and the one reader-aloud of the course.
import { element, set, say, number, whenQuiet } from "./dom.js";

// JupyterLab takes keys (arrows, a, b, x, ...) from inputs that do not ask it to leave them alone.
const KEEP_KEYS = { "data-lm-suppress-shortcuts": "true" };

// widget("depth", part, ...): all of a widget. As long as it keeps its size, what moves in it is laid out without the page
// around it, which takes longer than the widget itself; so it is held at the height of what it holds.
export function widget(name, ...parts) {
  const whole = element("div", { class: "nn-whole" }, ...parts);
  const root = element("div", { class: `nn-widget nn-${name}` }, whole);
  new ResizeObserver(([{ borderBoxSize: [{ blockSize }] }]) => {
    if (!blockSize) return; // nobody sees it now
    root.style.containIntrinsicBlockSize = `${blockSize}px`;
    root.classList.add("nn-held");
  }).observe(whole);
  return root;
}

// slider({name, label, range: [low, high, step], digits}, changed) -> {root, show(value, valueText, seen)}: what is read aloud and
// what is seen, where that is not the number
export function slider({ name, label, range, digits = 2 }, changed) {
  const [min, max, step] = range;
  const input = element("input", { type: "range", min, max, step, "aria-label": label, ...KEEP_KEYS });
  const output = element("span"); // of a fixed size: a new number in it is laid out without the page around it
  input.addEventListener("input", () => changed(Number(input.value)));
  const root = element("label", { class: "nn-slider" },
    element("span", { class: "nn-slider-name", "aria-hidden": "true" }, name), input,
    element("span", { class: "nn-slider-value", "aria-hidden": "true" }, output));
  const show = (value, valueText, seen = number(value, digits)) => {
    if (Number(input.value) !== value) input.value = value;
    say(output, seen);
    set(input, { "aria-valuetext": valueText ?? seen });
  };
  return { root, input, show };
}

// choice("Activation", {key: label}, chosen) -> {root, show(key)}: a row of radio buttons. The form
// makes the group: radios of the same name in two forms are two groups, so no id is needed.
export function choice(label, options, chosen) {
  const inputs = {};
  const row = Object.entries(options).map(([key, text]) => {
    const input = element("input", { type: "radio", name: "choice", value: key, ...KEEP_KEYS });
    input.addEventListener("change", () => input.checked && chosen(key));
    inputs[key] = input;
    return element("label", {}, input, element("span", {}, text));
  });
  const root = element("form", { class: "nn-choice" },
    element("fieldset", {}, element("legend", {}, label), ...row));
  root.addEventListener("submit", (event) => event.preventDefault());
  return { root, show: (key) => { inputs[key].checked = true; } };
}

// legend([{key, look, text}]): look names the swatch's style: "value", "derivative", "learner", "zone", ...
export function legend(entries) {
  const rows = {};
  const root = element("ul", { class: "nn-legend" });
  for (const { key, look, text } of entries) {
    const words = element("span", {}, text);
    const row = element("li", {}, element("span", { class: `nn-swatch nn-swatch-${look}` }), words);
    rows[key] = { row, words };
    root.append(row);
  }
  const show = (key, text) => {
    rows[key].row.hidden = text === null;
    if (text !== null) say(rows[key].words, text);
  };
  return { root, show };
}

// readAloud() -> {root, show(text)}: for screen readers, once a movement has come to rest.
export function readAloud() {
  const root = element("div", { class: "nn-unseen", "aria-live": "polite" });
  const show = whenQuiet(600, (text) => say(root, text));
  return { root, show, stop: show.cancel };
}

// comparison({title, referee, rows: {name: text}}): what the browser computed beside what Python said.
// show(mine, theirs, {alive, agrees, verdict}): texts by name; agrees is null while the referee is asked, and
// an old answer is not shown. Without a kernel its column is hidden.
export function comparison({ title, referee, rows }) {
  const body = element("tbody");
  const cells = Object.fromEntries(Object.entries(rows).map(([name, text]) => {
    const here = element("td");
    const there = element("td", { class: "nn-torch" });
    body.append(element("tr", {}, element("th", { scope: "row" }, text), here, there));
    return [name, { here, there }];
  }));
  const heads = [title, "by formula", referee.replace(".", ".\u200b")].map((text, i) =>
    element("th", { scope: "col", class: i === 2 ? "nn-torch" : null }, text));
  const words = element("p", { class: "nn-verdict nn-torch" });
  const root = element("div", { class: "nn-numbers" },
    element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body), words);
  const show = (mine, theirs, { alive, agrees, verdict }) => {
    root.classList.toggle("nn-alone", !alive);
    for (const [name, { here, there }] of Object.entries(cells)) {
      say(here, mine[name]);
      say(there, agrees === null ? "…" : theirs[name]);
    }
    say(words, verdict ?? (agrees === null ? `${referee} is being asked …`
      : agrees ? `✓ ${referee} agrees.` : `✗ ${referee} disagrees: please report this.`));
  };
  return { root, show };
}
