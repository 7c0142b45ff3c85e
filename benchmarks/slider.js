// In the page: when a key goes down, and when frames with a changed picture have been painted.
(() => {
  const INTERACT = "interact + inline matplotlib";
  const QUIET = 700; // ms without a change after which nothing more is expected of Python
  const root = (name) => document.querySelector(name === INTERACT ? ".widget-interact" : `.nn-${name}`);
  const handle = (name) => name === INTERACT
    ? root(name).querySelector(".noUi-handle")
    : root(name).querySelector("[aria-label='start: weight w']") // the rate of a walk that has not begun moves nothing
      ?? [...root(name).querySelectorAll("input[type=range]")].find((each) => each.offsetParent && !each.disabled);

  // Whether code runs in a frame's callbacks: then this frame's paint is the next, and no other is waited for. Each
  // callback is marked; a loop of callbacks of our own would make an idle page draw all the time, and a key would then
  // wait for the next of these frames.
  let inFrame = false;
  const after = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(null);
  };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request((time) => {
    if (!inFrame) after(() => { inFrame = false; });
    inFrame = true;
    callback(time);
  });
  // A task queued in a frame's callback runs after that frame has been painted.
  const painted = (then) => {
    const end = () => after(() => then(performance.now()));
    inFrame ? end() : requestAnimationFrame(end);
  };

  // Calls changed() whenever the picture changes; words around it count where `words` is true.
  const watch = (name, words, changed) => {
    let last = root(name).querySelector("img")?.src;
    const observer = new MutationObserver(async (records) => {
      if (name === INTERACT) {
        const image = root(name).querySelector("img");
        if (!image || image.src === last) return;
        last = image.src;
        await image.decode(); // an image is not painted before it is decoded
        changed();
        return;
      }
      const places = records.map(({ target }) => (target.closest ? target : target.parentElement));
      // What a screen reader is told comes later on purpose, and is not seen.
      if (places.some((place) => (words ? !place?.closest(".nn-unseen") : place?.closest("svg")))) changed();
    });
    observer.observe(root(name), { subtree: true, childList: true, attributes: true, characterData: true });
    return observer;
  };

  // Resolves with milliseconds from the next keydown to the first painted change, and to the last before it is quiet.
  const key = (name) => new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`the picture of ${name} did not move`)), 10_000);
    let start = null, first = null, last = null, timer = null;
    addEventListener("keydown", (event) => { start = event.timeStamp; }, { capture: true, once: true });
    const drawn = watch(name, false, () => {
      if (start === null || first !== null) return;
      drawn.disconnect();
      first = 0; // asked for
      painted((end) => { first = end - start; settle(); });
    });
    const answered = watch(name, true, () => {
      if (start !== null && first !== 0) painted((end) => { last = end - start; settle(); });
    });
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { answered.disconnect(); resolve([first, last]); }, QUIET);
    };
  });

  // Counts the frames in which the picture had changed, until stop() is called.
  const count = (name) => {
    const changes = [];
    let new_ = false, going = true;
    const observer = watch(name, false, () => { new_ = true; });
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
