// Scales: round steps, from zero when zero is near, never past what the unit allows; years; room for labels.

const STEPS = 5;

export const scaleOf = (values, unit) => {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if ((low >= 0 && low < high / 3) || (high <= 0 && high > low / 3)) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  if (low === high) {
    const room = low ? Math.abs(low) / 10 : 1;
    [low, high] = [low - room, high + room];
  }
  const rough = (high - low) / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((leaf) => leaf * power).find((each) => each >= rough * (1 - 1e-9));
  const bottom = Math.floor(low / step + 1e-9) * step;
  const top = Math.ceil(high / step - 1e-9) * step;
  const from = unit.lower !== null && low >= unit.lower ? Math.max(bottom, unit.lower) : bottom;
  const to = unit.upper !== null && high <= unit.upper ? Math.min(top, unit.upper) : top;
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = [];
  for (let index = Math.ceil(from / step - 1e-9); index * step <= to + step * 1e-9; index += 1) ticks.push(Number((index * step).toFixed(places)));
  return { from, to, ticks, places };
};

export const levelsOf = (strands) =>
  strands.flatMap(({ points }) => points.flatMap(({ value, low, high }) => (value === null ? [low, high] : [value]).filter((each) => each !== null)));

export const clockOf = (strands) => {
  const points = strands.flatMap((each) => each.points);
  const whole = points.every(({ kind }) => kind === "year" || kind === "span");
  const at = (point) => (whole ? point.year : point.month / 12);
  const moments = points.map(at);
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  return { at, whole, first: first === last ? first - 1 : first, last: first === last ? last + 1 : last };
};

export const yearsOn = ({ first, last }, width) => {
  const [from, to] = [Math.ceil(first), Math.floor(last)];
  const most = Math.max(2, Math.floor(width / 44));
  const step = [1, 2, 5, 10, 20, 50].find((each) => (to - from) / each + 1 <= most) ?? 100;
  const years = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) years.push(year);
  return years;
};

// Labels moved apart, their order kept, none below the foot or above the head as long as they fit.
export const spread = (wanted, heights, length) => {
  const order = wanted.map((_, place) => place).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const tops = [];
  let edge = -6;
  for (const place of order) {
    tops[place] = Math.max(wanted[place] - heights[place] / 2, edge);
    edge = tops[place] + heights[place];
  }
  edge = length + 6;
  for (const place of [...order].reverse()) {
    tops[place] = Math.min(tops[place], edge - heights[place]);
    edge = tops[place];
  }
  return tops;
};
