// Charts of a comparison as plain SVG, by the rules of the still charts of the site: at most four lines, each named at
// its end and with points of its own shape; gaps stay gaps; figures that may still change are hollow; one unit an axis.
import { runs } from "./course.js";
import { clockOf, spread, yearsOn } from "./scale.js";
import { hollow } from "./words.js";

const WIDTH = 400;
const HEIGHT = 210;
const SIZE = 12;
const LEADING = 13;
const ROOM = 96;
const TOKEN = 12;
const SHAPED = 8;
const LINES = 3;
const FAMILY = "'Portal Sans','Portal Sans stand-in',sans-serif";
const QUIET = "#4a4a4a";
const GRID = "#e2dfd8";
const RULE = "#8d8880";

const pen = document.createElement("canvas").getContext("2d");
const wide = (text, weight = 400) => {
  pen.font = `${weight} ${SIZE}px ${FAMILY}`;
  return pen.measureText(text).width;
};

const draw = (name, attributes = {}, ...inside) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, typeof value === "number" ? Math.round(value * 100) / 100 : value);
  made.append(...inside);
  return made;
};

const sheet = (width, height, said) =>
  draw("svg", {
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    role: "img",
    "aria-label": said,
    "font-family": FAMILY,
    "font-size": SIZE,
    fill: "#1a1a1a",
  });

const wrapped = (text, room, most = LINES) => {
  const lines = [];
  for (const word of text.split(" ")) {
    const joined = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && wide(joined, 600) <= room) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
};

const write = (lines, x, y, attributes = {}) =>
  draw("text", { x, y, ...attributes }, ...lines.map((line, place) => draw("tspan", { x, dy: place ? LEADING : 0 }, line)));

// ---- Lines

// Four shapes, so that no line is known by its colour alone.
const SHAPES = [
  (x, y) => `M${x - 3},${y}a3,3 0 1,0 6,0a3,3 0 1,0 -6,0z`,
  (x, y) => `M${x - 2.8},${y - 2.8}h5.6v5.6h-5.6z`,
  (x, y) => `M${x},${y - 3.8}l3.8,6.6h-7.6z`,
  (x, y) => `M${x},${y - 4}l4,4l-4,4l-4,-4z`,
];

const round = (value) => Math.round(value * 10) / 10;

const shaped = (shape, x, y, look, ...inside) => draw("path", { d: SHAPES[shape](round(x), round(y)), ...look }, ...inside);

// `look` is a colour, a shape, and whether the shape is needed to know the line from others.
const marksOf = (strand, { colour, shape, among }, across, down, names) => {
  const made = [];
  const parted = runs(strand);
  const { points } = strand;
  const sparse = points.every((point, place) => !place || point.month - points[place - 1].month > 12);
  const step = Math.ceil(points.length / SHAPED);
  const told = (point) => among && (points.length - 1 - points.indexOf(point)) % step === 0;
  for (const run of parted) {
    if (run.length > 1) {
      const path = run.map((each, place) => `${place ? "L" : "M"}${across(each).toFixed(1)},${down(each.value).toFixed(1)}`).join("");
      made.push(draw("path", { d: path, fill: "none", stroke: colour, "stroke-width": 2, "stroke-linejoin": "round", "stroke-linecap": "round" }));
    }
    for (const point of run) {
      const [x, y] = [across(point), down(point.value)];
      const title = draw("title", {}, names(strand, point));
      if (point.kind === "span") made.push(draw("path", { d: `M${x - 8},${y}h16`, stroke: colour, "stroke-width": 3 }, title));
      else if (hollow(point)) made.push(shaped(shape, x, y, { fill: "#fff", stroke: colour, "stroke-width": 1.5 }, title));
      else if (run.length === 1 || sparse || told(point) || point === parted.at(-1).at(-1)) made.push(shaped(shape, x, y, { fill: colour }, title));
      else made.push(draw("circle", { cx: x, cy: y, r: 6, fill: colour, "fill-opacity": 0 }, title));
    }
  }
  for (const point of strand.points.filter(({ value }) => value === null)) {
    const x = across(point);
    const title = draw("title", {}, names(strand, point));
    const ink = { fill: "none", stroke: colour };
    if (point.low !== null && point.high !== null) made.push(draw("path", { d: `M${x},${down(point.low)}V${down(point.high)}`, ...ink, "stroke-width": 3 }, title));
    else {
      const y = down(point.low ?? point.high);
      const [tip, turn] = point.low !== null ? [-10, 3.5] : [10, -3.5];
      made.push(draw("path", { d: `M${x - 5},${y}h10M${x},${y}v${tip}m-3.5,${turn}l3.5,${-turn}l3.5,${turn}`, ...ink, "stroke-width": 1.5 }, title));
    }
  }
  return made;
};

const breakRules = (strands, clock, across, height) => {
  const starts = new Map();
  for (const { breaks, points } of strands) {
    for (const each of breaks) {
      const [year, number] = each.start.split("-").map(Number);
      const place = points.findIndex((point) => point.start >= each.start);
      if (place > 0) starts.set(each.start, clock.whole ? year - 0.5 : year + (number - 1) / 12);
    }
  }
  return [...starts.values()].map((moment) =>
    draw("path", { d: `M${across(moment).toFixed(1)},0V${height}`, stroke: RULE, "stroke-dasharray": "3 3", fill: "none" }),
  );
};

// Up to four strands of one unit; `labels` names them, `scale` may be shared with other charts.
export const linesChart = (strands, { colours, labels, scale, words, said, names }) => {
  const clock = clockOf(strands);
  const tick = (value) => words.number(value, scale.places);
  const left = Math.max(...scale.ticks.map((each) => wide(tick(each)))) + 9;
  const among = strands.length > 1;
  const ends = strands.map((strand, place) => {
    const last = strand.points.at(-1);
    const level = last.value ?? last.low ?? last.high;
    const figure = strand.unit.join ? words.full(last, strand.unit) : words.bare(last, strand.unit);
    const lines = labels ? wrapped(labels(strand), ROOM) : [];
    const together = lines.length ? `${lines.at(-1)} ${figure}` : figure;
    const text = wide(together, 600) <= ROOM || !lines.length ? [...lines.slice(0, -1), together] : [...lines, figure];
    return { strand, level, text, look: { colour: colours[place], shape: place, among }, weight: place === 0 ? 600 : 400 };
  });
  const margin = Math.max(...ends.map((each) => Math.max(...each.text.map((line) => wide(line, each.weight))))) + 10 + (among ? TOKEN : 0);
  const width = WIDTH - left - margin;
  const x = (moment) => left + ((moment - clock.first) / (clock.last - clock.first)) * (width - 4) + 2;
  const across = (point) => x(clock.at(point));
  const down = (value) => HEIGHT - ((value - scale.from) / (scale.to - scale.from)) * HEIGHT;
  const made = sheet(WIDTH, HEIGHT + 34, said);
  const plot = draw("g", { transform: "translate(0,10)" });
  for (const each of scale.ticks) {
    plot.append(draw("path", { d: `M${left},${down(each).toFixed(1)}h${width}`, stroke: each === 0 ? RULE : GRID, fill: "none" }));
    plot.append(write([tick(each)], left - 6, down(each) + 4, { "text-anchor": "end", fill: QUIET }));
  }
  plot.append(draw("path", { d: `M${left},${HEIGHT}h${width}`, stroke: RULE, fill: "none" }));
  for (const year of yearsOn(clock, width)) {
    plot.append(draw("path", { d: `M${x(year).toFixed(1)},${HEIGHT}v4`, stroke: RULE, fill: "none" }));
    plot.append(write([`${year}`], x(year), HEIGHT + 18, { "text-anchor": "middle", fill: QUIET }));
  }
  plot.append(...breakRules(strands, clock, (moment) => x(moment), HEIGHT));
  for (const each of [...ends].reverse()) plot.append(...marksOf(each.strand, each.look, across, down, names));
  const heights = ends.map(({ text }) => LEADING * text.length + 2);
  const tops = spread(ends.map(({ level }) => down(level)), heights, HEIGHT);
  ends.forEach((each, place) => {
    const { colour, shape } = each.look;
    const [x0, y0] = [left + width + 6, tops[place] + 11];
    if (among) plot.append(shaped(shape, x0 + 4, y0 - 4, { fill: colour }));
    plot.append(write(each.text, x0 + (among ? TOKEN : 0), y0, { fill: colour, "font-weight": each.weight }));
  });
  made.append(plot);
  return made;
};

// ---- One strand a chart, small

export const smallChart = (strand, { colour, scale, years, words, said, names }) => {
  const [width, height] = [186, 84];
  const x = (moment) => 6 + ((moment - years.first) / (years.last - years.first)) * (width - 12);
  const down = (value) => height - ((value - scale.from) / (scale.to - scale.from)) * height;
  const made = sheet(width, height + 30, said);
  const plot = draw("g", { transform: "translate(0,10)" });
  for (const each of [scale.from, scale.to]) {
    plot.append(draw("path", { d: `M0,${down(each).toFixed(1)}h${width}`, stroke: GRID, fill: "none" }));
  }
  plot.append(write([words.number(scale.to, scale.places)], 0, -1, { fill: QUIET, "font-size": 10.5 }));
  plot.append(write([words.number(scale.from, scale.places)], 0, height - 3, { fill: QUIET, "font-size": 10.5 }));
  plot.append(...breakRules([strand], years, x, height));
  plot.append(...marksOf(strand, { colour, shape: 0, among: false }, (point) => x(years.at(point)), down, names));
  plot.append(write([`${Math.floor(years.first)}`], 0, height + 16, { fill: QUIET }));
  plot.append(write([`${Math.floor(years.last)}`], width, height + 16, { fill: QUIET, "text-anchor": "end" }));
  made.append(plot);
  return made;
};

// ---- Bars: one figure an area, the greatest first, all from zero

export const barsChart = (rows, { colour, unit, words, said }) => {
  const values = rows.map(({ point }) => point.value);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const figures = rows.map(({ point }) => words.full(point, unit));
  const room = WIDTH - Math.max(...figures.map((each) => wide(each, 600))) - 14;
  const x = (value) => ((value - low) / (high - low || 1)) * room;
  const made = sheet(WIDTH, rows.length * 36 + 4, said);
  rows.forEach(({ name, point }, place) => {
    const top = place * 36;
    const [from, to] = [Math.min(x(0), x(point.value)), Math.max(x(0), x(point.value))];
    made.append(write([name], 0, top + 12));
    const look = hollow(point) ? { fill: "#fff", stroke: colour, "stroke-width": 1.5 } : { fill: colour };
    made.append(draw("rect", { x: from, y: top + 17, width: Math.max(to - from, 1), height: 13, ...look }));
    made.append(write([figures[place]], to + 6, top + 28, { "font-weight": 600 }));
  });
  return made;
};
