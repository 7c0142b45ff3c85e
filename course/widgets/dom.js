// Elements and numbers, for every widget of the course.

// element("div", {class: "x"}, child, "text"): attributes that are null or false are left out.
export function element(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(node, attributes, children) {
  set(node, attributes);
  node.append(...children);
  return node;
}

export function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (node.getAttribute(name) !== String(value)) put(node, name, value);
  }
}

function put(node, name, value) {
  if (value === null || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value);
}

// keep(parent, [[tag, attributes, inside], ...]): makes an SVG node's children these, and touches only what differs from
// the last time: building a picture anew takes far longer than moving its parts. inside: a text, or children in turn.
const kept = new WeakMap();
export function keep(parent, wanted) {
  const there = kept.get(parent) ?? [];
  kept.set(parent, there);
  wanted.forEach(([tag, attributes, inside = null], i) => {
    let it = there[i];
    if (it?.tag !== tag) {
      const node = svg(tag);
      if (it) it.node.replaceWith(node); else parent.append(node);
      it = there[i] = { tag, node, attributes: {}, inside: null };
    }
    const { node, attributes: before } = it;
    for (const name in before) if (!(name in attributes)) node.removeAttribute(name);
    for (const name in attributes) if (before[name] !== attributes[name]) put(node, name, attributes[name]);
    if (Array.isArray(inside)) keep(node, inside);
    else if (inside !== it.inside) say(node, inside ?? "");
    Object.assign(it, { attributes, inside });
  });
  for (const { node } of there.splice(wanted.length)) node.remove();
}

// The function, not run again while it is asked the same (===).
export function remembered(ask) {
  let before = null;
  let answer;
  return (...now) => {
    if (!before || now.some((each, i) => each !== before[i])) [answer, before] = [ask(...now), now];
    return answer;
  };
}

// What stands here was said of something else, and Python is asked anew: it is hidden, but its place stays, or all that
// comes below on the page would jump up and down again, and be laid out and painted twice for each movement.
export const ASKED = Symbol("asked");
export function sayOrKeep(node, text) {
  if (text !== ASKED) say(node, text || "");
  node.hidden = !node.textContent;
  set(node, { style: text === ASKED ? "visibility: hidden" : null });
}

// Assigning equal text would still cost a layout, and would make a live region speak again; a new node for the text
// costs more than the text.
export function say(node, text) {
  if (node.textContent === text) return;
  const only = node.firstChild;
  if (text && only?.nodeType === Node.TEXT_NODE && !only.nextSibling) only.data = text;
  else node.textContent = text;
}

// A number as people read it: a true minus sign, and never "-0.00".
export function number(value, digits = 4) {
  if (!Number.isFinite(value)) return String(value);
  const text = Math.abs(value).toFixed(digits);
  return (value < 0 && Number(text) !== 0 ? "−" : "") + text;
}

// For magnitudes: 2.2 × 10⁻¹⁶ rather than 0.0000.
export function magnitude(value) {
  if (value === 0) return "0";
  if (value >= 0.001 && value < 10000) return String(Number(value.toPrecision(2)));
  const [digits, exponent] = value.toExponential(1).split("e");
  return `${digits} × ${raised(Number(exponent))}`;
}

// A power of ten: 10⁻⁶.
export function raised(power) {
  return `10${String(power).replace(/./g, (c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]))}`;
}

// The last of a burst of calls, once it has been quiet for a while: for what is read aloud.
export function whenQuiet(milliseconds, action) {
  let timer = null;
  const later = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), milliseconds);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}
