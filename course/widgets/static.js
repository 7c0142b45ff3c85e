// Shows a widget without a kernel: the saved state becomes a model that nobody else listens to.
(place, { _esm, _css, ...state }) => {
  const listeners = {};
  const model = {
    get: (name) => state[name],
    set(name, value) {
      if (state[name] === value) return;
      state[name] = value;
      for (const heard of listeners[`change:${name}`] ?? []) heard();
    },
    on: (event, heard) => { (listeners[event] ??= []).push(heard); },
    off: (event, heard) => { listeners[event] = listeners[event]?.filter((other) => other !== heard); },
    save_changes() {}, // no kernel to tell
    send() {},
  };
  const style = document.createElement("style");
  style.textContent = _css;
  const inside = document.createElement("div");
  place.replaceChildren(style, inside);
  const source = URL.createObjectURL(new Blob([_esm], { type: "text/javascript" }));
  import(source).then((module) => module.default.render({ model, el: inside }))
    .finally(() => URL.revokeObjectURL(source));
}
