// Where the boxes, edges and labels of the graph stand: inputs below, g on top, and no label on another.

const ROWS = { a: 4, b: 3, c: 3, d: 2, e: 1, f: 1, g: 0 }; // counted from above
const TOP = 4;

// layout(width) -> {height, narrow, tiny, line, boxes: {name: {x, y, width, height}}, edges: {"head→tail":
// {d, tip, label: {x, y, anchor}}}}; x and y of a box are its centre. All in pixels.
export function layout(width) {
  const narrow = width < 430;
  const tiny = width < 262; // a phone, less the margins of a notebook
  const line = tiny ? 12 : narrow ? 13 : 15; // distance of two lines of text
  const box = { width: tiny ? 66 : narrow ? 84 : 140, height: 2 * line + 12 };
  const gap = narrow ? 3 * line + 24 : 2 * line + 26;
  const middle = width / 2;
  const far = Math.min(middle - 18 - box.width / 2, narrow ? 90 : 190);
  const near = Math.min(box.width / 2 + (narrow ? 4 : 30), far);
  const columns = { a: 0, b: -near, c: near, d: 0, e: -far, f: far, g: 0 };
  const boxes = {};
  for (const [name, row] of Object.entries(ROWS))
    boxes[name] = { x: middle + columns[name], y: TOP + box.height / 2 + row * (box.height + gap), ...box };
  const lane = middle - far - box.width / 2 - 12; // the edges of a go round the others
  const edges = {};
  for (const [tail, head] of ["bd", "cd", "de", "df", "eg", "fg"])
    edges[`${head}→${tail}`] = straight(boxes[tail], boxes[head], middle, gap, narrow, line);
  edges["e→a"] = around(boxes.a, boxes.e, lane, gap);
  edges["f→a"] = around(boxes.a, boxes.f, width - lane, gap);
  return { height: TOP * 2 + 5 * box.height + 4 * gap, narrow, tiny, line, boxes, edges };
}

function straight(tail, head, middle, gap, narrow, line) {
  const side = (tail.x + head.x) / 2 < middle ? -1 : 1;
  const quarter = tail.width / 4;
  // Both ends lean towards each other, so that the edge is steep and leaves room beside it.
  const leave = tail.x === middle ? tail.x + side * quarter : tail.x - side * Math.min(quarter, Math.abs(tail.x - middle));
  const arrive = head.x === middle ? head.x + side * quarter : head.x - side * Math.min(quarter, Math.abs(head.x - middle));
  const from = { x: leave, y: tail.y - tail.height / 2 };
  const to = { x: arrive, y: head.y + head.height / 2 };
  // Beside the edge where it comes nearest to the label: at the label's upper or lower end.
  const half = (narrow ? 1.5 : 1) * line;
  const lean = (Math.abs(to.x - from.x) / gap) * half;
  const x = (from.x + to.x) / 2 + side * (lean + 6);
  return {
    d: `M${from.x},${from.y}L${to.x},${to.y}`,
    tip: arrow(to, Math.atan2(to.y - from.y, to.x - from.x)),
    label: { x, y: (from.y + to.y) / 2, anchor: side < 0 ? "end" : "start" },
  };
}

function around(tail, head, lane, gap) {
  const side = lane < tail.x ? -1 : 1;
  const from = { x: tail.x + (side * tail.width) / 2, y: tail.y };
  const to = { x: head.x + (side * head.width) / 2, y: head.y };
  const bend = Math.min(24, Math.abs(from.x - lane));
  return {
    d: `M${from.x},${from.y}H${lane - side * bend}Q${lane},${from.y} ${lane},${from.y - bend}`
      + `V${to.y + 12}Q${lane},${to.y} ${to.x},${to.y}`,
    tip: arrow(to, side < 0 ? 0 : Math.PI),
    label: { x: lane - side * 8, y: tail.y - tail.height / 2 - gap / 2, anchor: side < 0 ? "start" : "end" },
  };
}

function arrow({ x, y }, angle, size = 8) {
  const corner = (turn) => `${(x - size * Math.cos(angle + turn)).toFixed(2)},${(y - size * Math.sin(angle + turn)).toFixed(2)}`;
  return `M${x},${y}L${corner(0.4)}L${corner(-0.4)}Z`;
}
