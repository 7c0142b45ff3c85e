// A chain of neurons a_(k+1) = g(w a_k), and the gradient on its way back. No drawing here.
import { ACTIVATIONS } from "./activations_maths.js";

export const NAMES = ["linear", "sigmoid", "tanh", "relu"];

// outputs: a_0 = z, ..., a_depth. factors: of each layer, w g'(w a_k). reaching: the gradient of the last
// output with respect to a_0, ..., a_depth: the products of the factors from the end on, the last one 1.
export function chain({ activation, depth, z, w }) {
  const { value, slope } = ACTIVATIONS[activation];
  const outputs = [z];
  const factors = [];
  for (let k = 0; k < depth; k += 1) {
    factors.push(w * slope(w * outputs[k]));
    outputs.push(value(w * outputs[k]));
  }
  const reaching = [1];
  for (let k = depth - 1; k >= 0; k -= 1) reaching.unshift(reaching[0] * factors[k]);
  return { outputs, factors, reaching };
}

// The gradient at the input for each number of layers from 1 to `deepest`: the products from the start on.
export function byDepth(question, deepest) {
  let product = 1;
  return chain({ ...question, depth: deepest }).factors.map((factor) => (product *= factor));
}

// Does torch.autograd, asked the same, say the same? null: it was asked something else.
export function agreement({ outputs, reaching }, torch, question) {
  if (!torch || !Object.keys(question).every((key) => torch[key] === question[key])) return null;
  const close = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) + 1e-300;
  return close(outputs.at(-1), torch.output) && reaching.every((gradient, k) => close(gradient, torch.reaching[k]));
}

export function inWords({ activation, depth, z, w }, { factors, reaching }, number, magnitude) {
  const { label } = ACTIVATIONS[activation];
  const left = reaching[0];
  const start = `${depth} ${label} layer${depth > 1 ? "s" : ""} with weight ${number(w, 1)}, from z = ${number(z, 1)}: `;
  if (left === 0)
    return `${start}the gradient at the input is exactly 0. A layer with slope 0 stops it, however many layers follow.`;
  const told = `the gradient at the input is ${magnitude(left)}. `;
  const [least, most] = [Math.min(...factors), Math.max(...factors)];
  const [low, high] = [magnitude(least), magnitude(most)];
  const each = low === high ? `Each layer multiplies it by ${low}` : `The layers multiply it by ${low} to ${high}`;
  if (least > 1 - 1e-12 && most < 1 + 1e-12) return `${start}${told}${each}: it comes back whole.`;
  return start + told + each +
    (left < 1e-3 ? ": it vanishes." : left > 1e3 ? ": it explodes." : left < 1 ? ": it shrinks." : ": it grows.");
}
