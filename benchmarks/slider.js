// In the page: when a key goes down, and when frames with a changed picture have been painted.
(() => {
  const INTERACT = "interact + inline matplotlib";
  const QUIET = 700; // ms without a change after which nothing more is expected of Python
  const root = (name) => document.querySelector(name === INTERACT ? ".widget-interact" : `.nn-${name}`);
  const handle = (name) => name === INTERACT
    ? root(name).querySelector(".noUi-handle")
    : root(name).querySelector("[aria-label='start: weight w']") // the rate of a walk that has not begun moves nothing
      ?? [...root(name).querySelectorAll("input[type=range]")].find((each) => each.offsetParent && !each.disabled);

  // A frame ends with the first task after it. This task is queued before the first of the frame's callbacks, so that it
  // comes before whatever they put off until after the paint, such as asking Python. Callbacks are only marked: a loop of
  // our own would make an idle page draw all the time, and a key would then wait for the next of these frames.
  const task = new MessageChannel();
  let drawing = false; // in a callback of a frame, or in what follows from it at once
  let frame = null;
  let waiting = []; // for the end of this frame
  task.port1.onmessage = () => {
    const end = performance.now();
    const those = waiting;
    waiting = [];
    for (const then of those) then(end);
  };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request((time) => {
    if (time !== frame) task.port2.postMessage(null);
    [frame, drawing] = [time, true];
    try { callback(time); } finally { queueMicrotask(() => { drawing = false; }); }
  });
  // What changed now is painted in the frame that is being drawn, or else in the next.
  const painted = (then) => {
    const ask = () => waiting.push(then);
    if (drawing) ask(); else window.requestAnimationFrame(ask);
  };

  // Calls changed(whether it was the picture) whenever something that is seen changes. It looks no further than it must:
  // this is time between the key and the paint.
  const watch = (name, changed) => {
    const it = root(name);
    let last = it.querySelector("img")?.src;
    const follow = async () => {
      const image = it.querySelector("img");
      if (!image || image.src === last) return;
      last = image.src;
      await image.decode(); // an image is not painted before it is decoded
      changed(true);
    };
    const place = ({ target }) => (target.closest ? target : target.parentElement);
    const observer = new MutationObserver((records) => {
      if (name === INTERACT) follow();
      else if (records.some((record) => place(record)?.closest("svg"))) changed(true);
      // What a screen reader is told comes later on purpose, and is not seen.
      else if (records.some((record) => !place(record)?.closest(".nn-unseen"))) changed(false);
    });
    observer.observe(it, { subtree: true, childList: true, attributes: true, characterData: true });
    return observer;
  };

  // Resolves with milliseconds from the next keydown to the first painted change, and to the last before it is quiet.
  const key = (name) => new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`the picture of ${name} did not move`)), 10_000);
    let start = null, first = null, last = null, timer = null;
    addEventListener("keydown", (event) => { start = event.timeStamp; }, { capture: true, once: true });
    const observer = watch(name, (picture) => {
      if (start === null) return;
      if (first === null && picture) {
        first = 0; // asked for
        painted((end) => { first = end - start; settle(); });
      } else if (first) painted((end) => { last = end - start; settle(); });
    });
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { observer.disconnect(); resolve([first, last]); }, QUIET);
    };
  });

  // Counts the frames in which the picture had changed, until stop() is called.
  const count = (name) => {
    const changes = [];
    let new_ = false, going = true;
    const observer = watch(name, (picture) => { new_ ||= picture; });
    const each = (time) => {
      if (new_) changes.push(time);
      new_ = false;
      if (going) request(each);
    };
    request(each);
    return () => { going = false; observer.disconnect(); return changes; };
  };

  window.slider = {
    focus: (name) => { handle(name).scrollIntoView({ block: "center" }); handle(name).focus(); },
    // Where the handle is, and where a pointer takes it to: to and fro on its track, by one of the slider's steps at a
    // time and no less than 3 pixels, so that each movement asks for a new picture.
    way: (name, moves) => {
      const it = handle(name);
      it.scrollIntoView({ block: "center" });
      const [track, share, steps] = name === INTERACT ? [it.closest(".noUi-base"), 0.5, 120]
        : [it, (it.value - it.min) / (it.max - it.min), (it.max - it.min) / it.step];
      const box = track.getBoundingClientRect();
      const [low, length] = name === INTERACT ? [box.left, box.width] : [box.left + 9, box.width - 18]; // half a thumb
      const stride = Math.max(3, length / steps);
      const there = Math.floor(length / stride); // so many strides from end to end
      const from = Math.round(share * there);
      return Array.from({ length: moves + 1 }, (_, k) => {
        const at = (from + k) % (2 * there);
        return [low + stride * (at <= there ? at : 2 * there - at), box.top + box.height / 2];
      });
    },
    arm: (name) => { window.slider.pending = key(name); },
    count: (name) => { window.slider.stop = count(name); },
  };
})();
