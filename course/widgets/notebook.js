// What a widget and its notebook tell each other, and how the learner's own function is shown.
import { element, svg, set, sayOrKeep, magnitude } from "./dom.js";
import { path } from "./plot.js";

const PATIENCE = 80; // milliseconds: in a drag the kernel's answers do not drown the page

// Keeps `redraw` called whenever one of the traits changes, on either side. Returns {change(values), alive(), stop()}:
// change() draws first and tells Python after the paint; alive() is false until a kernel has answered, so also in an
// export that has none.
export function connect(model, traits, redraw) {
  let answered = false;
  let frame = null;
  const draw = () => { cancelAnimationFrame(frame); frame = null; redraw(); };
  // Of all that Python says between two frames only the last is seen.
  const soon = () => { frame ??= requestAnimationFrame(draw); };
  const heard = (message) => {
    if (message?.kind !== "kernel") return;
    answered = true;
    soon();
  };
  let quiet = false; // several traits that change together are drawn once
  let untold = {}; // what the page has set and Python does not know yet
  const put = (values) => {
    quiet = true;
    for (const [trait, value] of Object.entries(values)) model.set(trait, value);
    quiet = false;
  };
  const changed = () => {
    if (quiet) return;
    // Python's echo of an older value must not undo a newer one that waits here.
    put(untold);
    soon();
  };
  for (const trait of traits) model.on(`change:${trait}`, changed);
  model.on("msg:custom", heard);
  model.send({ kind: "shown" });

  let told = -Infinity; // when Python heard last
  let waiting = false;
  const tell = () => {
    if (waiting) model.save_changes();
    [waiting, untold, told] = [false, {}, performance.now()];
  };
  return {
    change(values) {
      Object.assign(untold, values);
      put(values);
      draw();
      if (waiting) return;
      waiting = true;
      // A timeout that is set in a frame ends after its paint.
      requestAnimationFrame(() => setTimeout(tell, Math.max(0, told + PATIENCE - performance.now())));
    },
    alive: () => answered,
    stop() {
      cancelAnimationFrame(frame);
      tell();
      for (const trait of traits) model.off(`change:${trait}`, changed);
      model.off("msg:custom", heard);
      model.send({ kind: "gone" });
    },
  };
}

// The learner's curve: dashed, in the learner's colour, on top of the reference.
// show(table, panel, grid, reference, jumps) returns the largest difference, or null if nothing is drawn.
export function learnerCurve(parent) {
  const line = svg("path", { class: "nn-learner" });
  parent.append(line);
  return {
    line,
    show(table, panel, { low, high, count }, reference, jumps) {
      const drawn = table?.state === "drawn";
      set(line, { visibility: drawn ? "visible" : "hidden" });
      if (!drawn) { set(line, { d: "" }); return null; }
      const points = table.values.map((y, i) => [low + ((high - low) * i) / (count - 1), y]);
      set(line, { d: path(panel, points, jumps) });
      return Math.max(0, ...points.map(([x, y]) => (y === null ? 0 : Math.abs(y - reference(x)))));
    },
  };
}

// What is said about one function of the learner's: nothing, one sentence, or how far off it is.
export function learnerSentence(table, difference, alive) {
  if (!table) return "";
  // Without a kernel nobody can run the cell that the sentence asks for.
  if (!alive && ["missing", "unwritten"].includes(table.state)) return "";
  if (table.state !== "drawn") return table.sentence;
  const verdict = difference < 1e-6
    ? `lies on the reference (largest difference ${magnitude(difference)}).`
    : `lies up to ${magnitude(difference)} away from the reference.`;
  return `Your ${table.name} ${verdict}${table.sentence ? ` ${table.sentence}` : ""}`;
}

// learnerNotes() -> {root, show([sentence or ASKED, ...])}: the place inside the widget where those sentences stand.
export function learnerNotes() {
  const root = element("div", { class: "nn-notes", role: "status" });
  const show = (sentences) => sentences.forEach((text, i) =>
    sayOrKeep(root.children[i] ?? root.appendChild(element("p")), text));
  return { root, show };
}
