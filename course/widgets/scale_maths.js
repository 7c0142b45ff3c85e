// The formulas of the scale explorer, without any drawing.

// In order: a saved notebook sorts the keys of a dict.
export const OTHERS = ["logistic regression", "SVM"];

// How a share of right answers is shown: as it is, or as the share of wrong ones.
export function shown(mean, show) {
  return show === "error" ? 1 - mean : mean;
}

// A field's tint, from 0 (wrong as often as chance among ten digits) to 1; equal steps are halvings of the error.
export function tint(mean) {
  const chance = 0.9, least = 1 / 64;
  const wrong = Math.min(chance, Math.max(least, 1 - mean));
  return Math.log2(chance / wrong) / Math.log2(chance / least);
}

// Where a value stands between two ends, from 0 to 1; on a logarithmic axis equal factors are equal distances.
export function place(value, [low, high], logarithmic) {
  if (!logarithmic) return (value - low) / (high - low);
  return (Math.log2(Math.max(value, low)) - Math.log2(low)) / (Math.log2(high) - Math.log2(low));
}

// The ends and the ticks of the vertical axis. Of errors the axis is logarithmic, and ends below the least error.
export function upright(show) {
  return show === "error"
    ? { ends: [0.0025, 1], ticks: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1], logarithmic: true }
    : { ends: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], logarithmic: false };
}

// A share in per cent, as exactly as an error bar of that size allows.
export function percent(share, digits = 0) {
  return `${(100 * share).toFixed(digits)}\u00a0%`; // a space at which no line breaks
}

// The learner's means for networks: {size: {mean, error}}; "network 8" is a network of 8 hidden neurons.
export function networks(models) {
  const found = {};
  for (const [name, bars] of Object.entries(models ?? {})) {
    const size = /^network (\d+)$/.exec(name)?.[1];
    if (size) found[size] = bars;
  }
  return found;
}

// The learner's value for one field: {mean, error}, or null where nothing was run, or nothing finite came.
export function mineAt(mine, size, amount) {
  const row = networks(mine?.models)[size];
  const at = (mine?.amounts ?? []).indexOf(amount);
  if (!row || at < 0 || row.mean[at] === null) return null;
  return { mean: row.mean[at], error: row.error[at] };
}

// Whether two means differ by no more than two standard errors of their difference.
export function alike(a, b) {
  return Math.abs(a.mean - b.mean) <= 2 * Math.hypot(a.error ?? 0, b.error ?? 0);
}

// What the chosen field and the fields around it say.
export function inWords(grid, size, amount, mine) {
  const { mean, error } = grid.networks;
  const hidden = grid.sizes[size], images = grid.amounts[amount];
  const here = { mean: mean[size][amount], error: error[size][amount] };
  const parts = [`A network with ${hidden} hidden neuron${hidden === 1 ? "" : "s"}, trained on ${images} images, reads ${percent(here.mean, 1)} of ${grid.asked} other images correctly (standard error ${(100 * here.error).toFixed(1)} points, ${grid.seeds} seeds).`];
  const gains = [];
  const step = (there, what) => {
    const gain = 100 * (there - here.mean);
    gains.push(`${what}: ${gain < 0 ? "−" : "+"}${Math.abs(gain).toFixed(1)} points`);
  };
  if (amount + 1 < grid.amounts.length) step(mean[size][amount + 1], "Twice the data");
  if (size + 1 < grid.sizes.length) step(mean[size + 1][amount], `${gains.length ? "t" : "T"}wice the neurons`);
  if (gains.length) parts.push(`${gains.join("; ")}.`);
  const best = OTHERS.map((name) => `${name} ${percent(grid.others[name].mean[amount], 1)}`).join(", ");
  parts.push(`With as many images: ${best}.`);
  const own = mineAt(mine, hidden, images);
  if (own) parts.push(`Yours: ${percent(own.mean, 1)} (standard error ${(100 * own.error).toFixed(1)} points), ${alike(own, here) ? "within two standard errors of the recorded value" : "more than two standard errors from the recorded value"}.`);
  return parts.join(" ");
}
