// What one line may hold, and what a chart says to those who do not see it.
import { charted, computed, known } from "./figures.js";

const lang = document.documentElement.lang;
const SIZES = { year: 12, span: 12, quarter: 3, half: 6, "nine-months": 12, month: 1 };

export const grouped = (items, key) => {
  const groups = new Map();
  for (const each of items) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return [...groups.values()];
};

// One kind of period for all areas of an indicator: years if there are two of them, else the most frequent kind.
export const drawable = (strands) => {
  const kinds = new Map();
  for (const strand of strands) {
    const count = new Map(kinds.get(strand.indicator.id));
    for (const point of strand.points.filter(charted)) count.set(point.kind, (count.get(point.kind) ?? 0) + 1);
    kinds.set(strand.indicator.id, count);
  }
  const kindOf = (count) => {
    if ((count.get("year") ?? 0) > 1) return "year";
    return [...count].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))[0]?.[0];
  };
  return strands
    .filter((each) => each.indicator.chartable)
    .map((each) => {
      const kind = kindOf(kinds.get(each.indicator.id));
      const points = each.points.filter((point) => point.kind === kind);
      return { ...each, points: points.filter(charted), holes: points.filter((point) => !charted(point)) };
    })
    .filter((each) => each.points.length > 0);
};

const distance = (one, other) => other.month - one.month;

// How far apart figures usually are, in months; one that is not drawn was there all the same.
const stride = (strand) => {
  const points = [...strand.points, ...strand.holes].sort((one, other) => one.month - other.month);
  const usual = SIZES[points.at(-1)?.kind] ?? 12;
  const counted = new Map();
  for (let place = 1; place < points.length; place += 1) {
    const apart = distance(points[place - 1], points[place]);
    counted.set(apart, (counted.get(apart) ?? 0) + 1);
  }
  const [most, times] = [...counted].sort(([a, n], [b, m]) => m - n || a - b)[0] ?? [usual, 0];
  return times * 2 > points.length - 1 ? Math.max(usual, most) : usual;
};

// Stretches of points that may be joined: never over a break, a gap, a mark, or from computed figures to published ones.
export const runs = (strand) => {
  const valued = strand.points.filter((each) => each.value !== null);
  const step = stride(strand);
  const cut = (one, other) =>
    strand.breaks.some(({ start }) => one.start < start && start <= other.start) ||
    strand.holes.some(({ start }) => one.start < start && start < other.start);
  const joined = (one, other) =>
    other.kind !== "span" && computed(one) === computed(other) && !cut(one, other) && distance(one, other) <= step;
  const parted = [];
  for (const point of valued) {
    const last = parted.at(-1);
    if (last && joined(last.at(-1), point)) last.push(point);
    else parted.push([point]);
  }
  return parted;
};

const gapsOf = (strand, write) => {
  const there = [...strand.points, ...strand.holes.filter((each) => known(each) || each.mark === "nil")];
  const years = there.filter((each) => each.kind === "year").map((each) => each.year).sort((one, other) => one - other);
  const step = stride(strand) / 12;
  const missing = [];
  for (let place = 1; place < years.length; place += 1) {
    const first = years[place - 1] + step;
    const last = years[place] - step;
    if (first <= last) missing.push(first === last ? `${first}` : `${first}–${last}`);
  }
  return missing.length ? write.say("chart.gaps", { periods: missing.join(", ") }) : "";
};

// ---- Charts in words

export const course = (strand, name, write) => {
  const { say, full, state } = write;
  const valued = strand.points.filter((each) => each.value !== null);
  if (!valued.length) return `${say("chart.nothing", { name })}.`;
  const [first, last] = [valued[0], valued.at(-1)];
  const holes = { name, last: full(last, strand.unit), when: state(last) };
  if (first === last) return `${say("chart.one", holes)}.`;
  holes.first = full(first, strand.unit);
  holes.since = state(first);
  const level = holes.first === holes.last;
  const moved = level ? "level" : last.value > first.value ? "rose" : "fell";
  const gaps = gapsOf(strand, write);
  return `${say(`chart.${moved}`, holes)}${gaps ? `; ${gaps}` : ""}.`;
};

export const breaksSaid = (strands, write) => {
  const found = new Map();
  for (const strand of strands) {
    const [first, last] = [strand.points[0], strand.points.at(-1)];
    for (const each of strand.breaks) {
      if (!first || each.start <= first.start || each.start > last.start) continue;
      const label = each.reason[lang].replace(/[. ]+$/, "");
      found.set(`${each.period}|${label}`, write.say("chart.break", { when: write.when(each), label }));
    }
  }
  return [...found.values()];
};
