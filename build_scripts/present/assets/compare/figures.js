// The strands of a comparison: one indicator in one area each, set to a year or shared out per head.

const lang = document.documentElement.lang;
const STATES = ["final", "preliminary", "estimate", "reported"];
const TRUSTS = ["high", "medium", "low"];
const INDEX_PLACES = 1;

export const known = (point) => point.value !== null || point.low !== null || point.high !== null;
export const charted = (point) => known(point) && point.confidence !== "low";
export const computed = (point) => point.boundary === "carried-back";

const worse = (one, other, order) => (order.indexOf(one) > order.indexOf(other) ? one : other);

const month = (point) => {
  const [year, number] = point.end.split("-").map(Number);
  return year * 12 + number;
};

const pointOf = (figure) => ({
  ...figure,
  operator: figure.operator ?? "=",
  year: Number(figure.end.slice(0, 4)),
  month: month(figure),
  published: figure,
});

const blank = (point) => ({ ...point, value: null, text: null, low: null, high: null, blank: true });

// Amount × factor ÷ people × so many, where a trusted number of people of the same area and period is known.
const perHead = (point, people, share, persons) => {
  const crowd = people.get(point.period);
  if (point.value === null || !crowd || crowd.confidence === "low" || !(crowd.value > 0)) return blank(point);
  return {
    ...point,
    value: ((point.value * share.factor) / (crowd.value * persons)) * share.people,
    text: null,
    low: null,
    high: null,
    operator: point.operator === "~" || crowd.operator === "~" ? "~" : "=",
    status: worse(point.status, crowd.status, STATES),
    confidence: worse(point.confidence, crowd.confidence, TRUSTS),
    boundary: computed(crowd) ? crowd.boundary : point.boundary,
    people: crowd.value * persons,
  };
};

// Figures on either side of a break are never set against each other, nor computed ones against published ones.
const era = (point, breaks) => `${breaks.filter(({ start }) => start <= point.start).length} ${computed(point)}`;

const against = (point, base) => ({
  ...point,
  value: point === base ? 100 : (point.value / base.value) * 100,
  text: null,
  low: null,
  high: null,
  operator: point.operator === "~" || base.operator === "~" ? "~" : "=",
  status: worse(point.status, base.status, STATES),
  confidence: worse(point.confidence, base.confidence, TRUSTS),
});

const indexed = (points, breaks, year) => {
  const base = points.find((each) => each.kind === "year" && each.year === year && each.value > 0 && each.confidence !== "low");
  if (!base) return { points: points.map(blank), based: false, broken: false };
  const fits = (point) => era(point, breaks) === era(base, breaks);
  return {
    points: points.map((point) => (point.value !== null && fits(point) ? against(point, base) : blank(point))),
    based: true,
    broken: points.some((each) => each.value !== null && !fits(each)),
  };
};

const breaksOf = (piece, area) => piece.breaks.filter((each) => each.area === null || each.area === area);

const unitFor = (indicator, index, shared, { say, number }) => {
  if (index) {
    const name = say("compare.unit-index", { year: index });
    return { id: "index", name, symbol: { [lang]: "" }, join: false, decimals: INDEX_PLACES, lower: 0, upper: null };
  }
  if (!shared) return { ...indicator.unit, name: indicator.unit.name[lang], decimals: indicator.decimals };
  const { unit, people, decimals } = indicator.per_head;
  const worded = (text) => say(`compare.unit-${people === 1 ? "one" : "many"}`, { unit: text, n: number(people, 0) });
  const symbol = { [lang]: worded(unit.symbol[lang] || unit.name[lang]) };
  return { ...unit, id: `${unit.id}/${people}`, name: worded(unit.name[lang]), symbol, join: false, decimals, lower: 0, upper: null };
};

// ---- One strand

const sharedOut = (points, area, { indicator, people, persons }) => {
  const crowds = people.series.find((each) => each.area === area)?.figures ?? [];
  const counted = new Map(crowds.map((each) => [each.period, each]));
  return points.map((point) => perHead(point, counted, indicator.per_head, persons));
};

const lostOf = (before, after) => before.filter((point, at) => point.value !== null && after[at].value === null).length;

// `wanted` is what is asked of all areas of one indicator; `tell` takes what could not be done.
const strandOf = (area, wanted, write, tell) => {
  const { indicator, piece, people, shared, index, unit, fits } = wanted;
  const { say } = write;
  const name = say("compare.title-of", { name: indicator.name[lang], place: area.name[lang] });
  const found = piece.series.find((each) => each.area === area.id);
  const breaks = breaksOf(piece, area.id);
  let points = (found?.figures ?? []).map(pointOf);
  if (!points.some((point) => fits(point) && (known(point) || point.mark))) {
    tell(say(points.length ? "compare.no-figures" : "compare.none-known", { name }));
  }
  if (shared) {
    const before = points;
    points = sharedOut(points, area.id, wanted);
    breaks.push(...breaksOf(people, area.id));
    const lost = lostOf(before.filter(fits), points.filter(fits));
    if (lost && !points.filter(fits).some(known)) tell(say("compare.no-people", { name }));
    else if (lost) tell(say("compare.few-people", { name, n: lost }));
  }
  if (index) {
    const result = indexed(points, breaks, index);
    if (points.some((point) => fits(point) && known(point)) && !result.based) tell(say("compare.no-base", { name, year: index }));
    if (result.broken) tell(say("compare.broken"));
    points = result.points;
  }
  points = points.filter(fits);
  if (points.some((point) => known(point) && point.confidence === "low")) tell(say("compare.doubtful"));
  return { indicator, area, name, unit, points, breaks, sources: piece.sources };
};

// Everything that is asked for, in the order of the choice; `notes` say what could not be done, and what to heed.
export const strandsOf = (choice, list, pieces, write) => {
  const { say } = write;
  const notes = new Set();
  const areas = choice.a.map((id) => list.areas.find((each) => each.id === id));
  const fits = (point) => point.year >= (choice.from ?? 0) && point.year <= (choice.to ?? 9999);
  const people = choice.per ? pieces.get(list.population?.indicator) : undefined;
  const whole = [];
  const strands = choice.i.flatMap((id) => {
    const indicator = list.indicators.find((each) => each.id === id);
    const piece = pieces.get(id);
    const shared = choice.per && indicator.per_head !== null;
    if (choice.per && !shared) whole.push(indicator.name[lang]);
    const ranked = choice.index !== null && indicator.unit.kind === "rank";
    if (ranked) notes.add(say("compare.no-index", { name: indicator.name[lang] }));
    const index = ranked ? null : choice.index;
    const unit = unitFor(indicator, index, shared, write);
    const wanted = { indicator, piece, people, persons: list.population?.persons, shared, index, unit, fits };
    const found = areas.map((area) => strandOf(area, wanted, write, (note) => notes.add(note)));
    if (!indicator.chartable) notes.add(`${indicator.name[lang]}: ${say("indicator.not-charted")}`);
    if (piece.note[lang]) notes.add(`${indicator.name[lang]}: ${piece.note[lang]}`);
    return found;
  });
  if (whole.length) notes.add(say("compare.no-head", { names: whole.join("; ") }));
  if (strands.some((each) => each.points.some((point) => computed(point) && known(point)))) notes.add(say("compare.computed"));
  return { strands, notes: [...notes] };
};

// What is to be known of the territories: those that are no more, and those that are younger than what stands beside.
export const territoryNotes = (strands, { ended, begun }) => {
  const areas = new Set(strands.map((each) => each.area.id));
  const before = ({ points }, since) => points.some((point) => known(point) && point.end < since);
  return [...areas].flatMap((id) => {
    if (ended[id]) return [ended[id]];
    const { since, parts, said } = begun[id] ?? {};
    if (!since || parts.every((part) => areas.has(part))) return [];
    const older = strands.filter((each) => before(each, since));
    return older.length && !older.some(({ area }) => area.id === id) ? [said] : [];
  });
};
