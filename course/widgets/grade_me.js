// "Grade me": save the notebook, ask Python to grade what is saved, and say how that goes.
import { element, set, say } from "./dom.js";
import { connect } from "./notebook.js";

const PATIENCE = 5000; // ms for the notebook to be saved
const BUSY = 2000; // ms after which Python would have answered, were it free
const ABOUT = "Saves this notebook and runs all tests over it, hidden ones too. Only you see the result.";
const UNSAVED = "Nothing was graded: this notebook has changes that could not be saved. Save it yourself (Ctrl+S, on a Mac Cmd+S), then press Grade me again.";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
// JupyterLab marks the tab in front; other programs have no such mark, and then nothing is known.
const tab = () => document.querySelector(".lm-TabBar-tab.jp-mod-current");
const unsaved = () => Boolean(tab()?.classList.contains("jp-mod-dirty"));

// The notebook's own shortcut, so that JupyterLab saves as if the learner had pressed it.
function pressSave(place) {
  const mac = /Mac/i.test(navigator.platform);
  place.dispatchEvent(new KeyboardEvent("keydown", {
    key: "s", code: "KeyS", keyCode: 83, ctrlKey: !mac, metaKey: mac, bubbles: true, cancelable: true, composed: true,
  }));
}

async function saved(place) {
  if (tab() && !unsaved()) return true;
  pressSave(place);
  if (!tab()) { await pause(1000); return true; }
  for (const end = Date.now() + PATIENCE; unsaved() && Date.now() < end;) await pause(100);
  return !unsaved();
}

function render({ model, el }) {
  const button = (text, action) => {
    const made = element("button", { type: "button", class: "nn-go" }, text);
    made.addEventListener("click", () => { if (made.getAttribute("aria-disabled") !== "true") action(); });
    return made;
  };
  const go = button("Grade me", () => grade(true));
  const bare = button("Grade me without the jail", () => grade(false));
  const stop = button("Stop", () => model.send({ kind: "stop" }));
  const clock = element("span", { class: "nn-clock", "aria-hidden": "true" });
  const status = element("p", { class: "nn-words", role: "status" });
  el.append(element("div", { class: "nn-widget nn-grade-me" }, element("div", { class: "nn-row" }, go, bare, stop, clock), status));

  let link = null;
  let asking = ""; // what is said before Python has answered
  let since = 0;
  let ticking = null;
  const grade = async (jailed) => {
    asking = "Saving …";
    redraw();
    if (!(await saved(el))) { asking = UNSAVED; redraw(); return; }
    asking = "Starting …";
    redraw();
    model.send({ kind: "grade", jailed });
    await pause(BUSY);
    if (asking === "Starting …") { asking = "Waiting: a cell of this notebook is still running …"; redraw(); }
  };
  const tick = () => say(clock, `${Math.round((Date.now() - since) / 1000)} s`);

  let before = model.get("state");
  const redraw = () => {
    const state = model.get("state");
    if (state !== before) asking = "";
    before = state;
    const running = state === "running";
    const busy = running || asking.endsWith("…");
    if (running && ticking === null) { since = Date.now(); ticking = setInterval(tick, 1000); tick(); }
    if (!running && ticking !== null) { clearInterval(ticking); ticking = null; }
    set(clock, { hidden: !running });
    set(go, { "aria-disabled": busy || !link?.alive() });
    set(bare, { hidden: !model.get("offered") || busy });
    set(stop, { hidden: !running });
    say(status, asking || model.get("said") || (link?.alive() ? ABOUT : "This button works in the course's notebooks, while their Python runs."));
    set(status, { "data-state": asking === UNSAVED ? "failed" : state });
  };
  link = connect(model, ["state", "said", "offered"], () => redraw());
  redraw();
  return () => { if (ticking !== null) clearInterval(ticking); link.stop(); };
}

export default { render };
