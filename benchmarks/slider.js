// In the page: when a key goes down, and when the first frame with the changed picture has been painted.
(() => {
  const rivals = {
    "anywidget, drawn in the browser": {
      handle: () => document.querySelector(".nn-activations input[type=range]"),
      look: () => document.querySelector(".nn-activations .nn-point").getAttribute("cx"),
    },
    "interact + inline matplotlib": {
      handle: () => document.querySelector(".widget-interact .noUi-handle"),
      look: () => document.querySelector(".widget-interact img")?.src ?? null,
    },
  };
  // A task queued in a frame's callback runs after that frame has been painted.
  const painted = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(null);
  });

  // Resolves with milliseconds from the next keydown to the first paint after the picture changed.
  const key = (name) => new Promise((resolve) => {
    const { look } = rivals[name];
    const before = look();
    let start = null;
    addEventListener("keydown", (event) => { start = event.timeStamp; }, { capture: true, once: true });
    const observer = new MutationObserver(async () => {
      const now = look();
      if (start === null || now === null || now === before) return;
      observer.disconnect();
      const image = document.querySelector(".widget-interact img");
      if (name.startsWith("interact")) await image.decode(); // an image is not painted before it is decoded
      painted((end) => resolve(end - start));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });

  // Counts the frames in which the picture differs from the frame before, until stop() is called.
  const count = (name) => {
    const { look } = rivals[name];
    const changes = [];
    let last = look();
    let going = true;
    const each = (time) => {
      const now = look();
      if (now !== null && now !== last) { changes.push(time); last = now; }
      if (going) requestAnimationFrame(each);
    };
    requestAnimationFrame(each);
    return () => { going = false; return changes; };
  };

  window.slider = {
    names: Object.keys(rivals),
    focus: (name) => rivals[name].handle().focus(),
    place: (name) => {
      const handle = rivals[name].handle();
      handle.scrollIntoView({ block: "center" });
      const box = handle.getBoundingClientRect();
      return [box.left, box.top, box.width, box.height];
    },
    arm: (name) => { window.slider.pending = key(name); },
    count: (name) => { window.slider.stop = count(name); },
  };
})();
