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
    if (value === null || value === false) node.removeAttribute(name);
    else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
  }
}

// Assigning equal text would still cost a layout, and would make a live region speak again.
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
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
