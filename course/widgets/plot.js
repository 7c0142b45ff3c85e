// Axes, curves and dragging: one look for every picture that a widget draws as SVG.
import { svg, set, say, number, keep } from "./dom.js";

// One pair of axes inside `parent`. place() says where, in pixels, and from where to where in data;
// it can be called again at every change of size. An axis is {range, ticks, labels: false for none,
// text: from a tick to what stands there}. What is drawn in `inside` is cut off at the frame.
export function panel(parent, { label }) {
  const back = svg("rect", { class: "nn-panel" });
  const grid = svg("g", { class: "nn-grid" });
  const inside = svg("svg", { overflow: "hidden", role: "none" }); // a nested svg cuts off without needing an id
  const words = svg("text", { class: "nn-axis-label" });
  words.textContent = label;
  parent.append(svg("g", {}, back, grid, inside, words));
  const self = { inside, px: null, py: null, box: null, x: null, y: null };
  self.name = (text) => say(words, text);

  let placed = null;
  self.place = (box, x, y) => {
    const now = JSON.stringify([box, x, y]);
    if (now === placed) return;
    placed = now;
    Object.assign(self, { box, x, y });
    // Coordinates of `inside` are pixels of the whole picture: its viewBox starts at the box.
    self.px = (v) => box.left + ((v - x.range[0]) / (x.range[1] - x.range[0])) * box.width;
    self.py = (v) => box.top + ((y.range[1] - v) / (y.range[1] - y.range[0])) * box.height;
    const frame = { x: box.left, y: box.top, width: box.width, height: box.height };
    set(back, frame);
    set(inside, { ...frame, viewBox: `${box.left} ${box.top} ${box.width} ${box.height}` });
    set(words, { x: box.left + 6, y: box.top + 16 });
    keep(grid, lines(self, x, y));
  };
  return self;
}

function lines({ px, py, box }, x, y) {
  const bottom = box.top + box.height;
  const right = box.left + box.width;
  const drawn = [];
  for (const at of x.ticks) {
    drawn.push(["line", { x1: px(at), x2: px(at), y1: box.top, y2: bottom, class: at === 0 ? "nn-zero" : null }]);
    if (x.labels !== false) drawn.push(text(px(at), bottom + 16, "middle", at, x));
  }
  for (const at of y.ticks) {
    drawn.push(["line", { x1: box.left, x2: right, y1: py(at), y2: py(at), class: at === 0 ? "nn-zero" : null }]);
    drawn.push(text(box.left - 6, py(at) + 4, "end", at, y));
  }
  return drawn;
}

function text(x, y, anchor, at, axis) {
  const words = axis.text ? axis.text(at) : Number.isInteger(at) ? number(at, 0) : number(at, 1).replace(/0$/, "");
  return ["text", { x, y, "text-anchor": anchor }, words];
}

// The d of a path through [x, y] points; it breaks at null and wherever a jump lies between two points.
export function path({ px, py }, points, jumps = []) {
  let d = "";
  let before = null;
  for (const [x, y] of points) {
    if (y === null) { before = null; continue; }
    const broken = before === null || jumps.some((at) => (before < at && x >= at) || (before <= at && x > at));
    d += `${broken ? "M" : "L"}${px(x).toFixed(2)},${py(y).toFixed(2)}`;
    before = x;
  }
  return d;
}

// Points of a function, about one every two pixels, and both sides of every jump.
export function sampled(f, [low, high], width, jumps = []) {
  const count = Math.max(2, Math.round(width / 2));
  const at = Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
  for (const jump of jumps) at.push(jump, jump - 1e-9, jump + 1e-9);
  return at.sort((a, b) => a - b).map((x) => [x, f(x)]);
}

// Calls moved(x, y), in pixels of the picture, while the pointer is down on it. A finger that moves up
// or down still scrolls the page (touch-action in common.css).
export function draggable(picture, moved) {
  const tell = (event) => {
    const frame = picture.getBoundingClientRect();
    const scale = picture.viewBox.baseVal.width / frame.width;
    moved((event.clientX - frame.left) * scale, (event.clientY - frame.top) * scale);
  };
  picture.classList.add("nn-draggable");
  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault(); // no text selection
    picture.setPointerCapture(event.pointerId);
    tell(event);
  });
  picture.addEventListener("pointermove", (event) => {
    if (picture.hasPointerCapture(event.pointerId)) tell(event);
  });
}

// Calls draw(width) now and whenever the element's width changes. Returns a function that stops it.
export function whenResized(node, draw, { least = 180, most = 720, first = 560 } = {}) {
  let last = null;
  const look = () => {
    const width = Math.round(Math.min(most, Math.max(least, node.clientWidth || first)));
    if (width !== last) draw((last = width));
  };
  look();
  const watcher = new ResizeObserver(look);
  watcher.observe(node);
  return () => watcher.disconnect();
}
