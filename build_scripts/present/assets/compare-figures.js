// The figures of a comparison: loaded piece by piece, set to a year or shared out per head, and written in the
// language of the page. Nothing here touches the page.

const lang = document.documentElement.lang;
const SIZES = { year: 12, span: 12, quarter: 3, half: 6, "nine-months": 12, month: 1 };
const STATES = ["final", "preliminary", "estimate", "reported"];
const TRUSTS = ["high", "medium", "low"];
const INDEX_PLACES = 1;

// ---- Words and numbers

export const writer = ({ words, periods, minus }) => {
  const say = (key, holes = {}) => words[key].replace(/\{([\w-]+)\}/g, (_, name) => holes[name]);

  const number = (value, least, most = least) =>
    new Intl.NumberFormat(lang, { minimumFractionDigits: least, maximumFractionDigits: most })
      .format(value)
      .replace("-", minus);

  const withUnit = (written, unit) => {
    const symbol = unit.symbol[lang];
    return symbol ? `${written}${unit.join ? "" : "\u00a0"}${symbol}` : written;
  };

  // As a table shows it: a figure as published keeps its own places, up to those of the indicator.
  const bare = (point, unit) => {
    if (point.value !== null) {
      const own = point.text === null ? unit.decimals : Math.min(point.text.split(".")[1]?.length ?? 0, unit.decimals);
      const written = number(point.text ?? point.value, own);
      return point.operator === "~" ? say("operator.about", { figure: written }) : written;
    }
    return bound(point, (figure) => figure);
  };

  const bound = (point, dressed) => {
    const plain = (value) => number(value, 0, 3);
    if (point.operator === "range") return dressed(`${plain(point.low)}–${plain(point.high)}`);
    const known = point.low ?? point.high;
    const words_ = { ">=": "at-least", ">": "above", "<=": "at-most", "<": "below" };
    return known === null ? "" : say(`operator.${words_[point.operator]}`, { figure: dressed(plain(known)) });
  };

  const full = (point, unit) =>
    point.value === null ? bound(point, (figure) => withUnit(figure, unit)) : withUnit(bare(point, unit), unit);

  const period = (point) => (point.kind === "year" ? point.period : periods[point.period]);
  const when = (point) => say(`chart.when.${point.kind}`, { period: period(point) });
  const state = (point) =>
    hollow(point) ? say("chart.with-status", { when: when(point), status: words[`status.${point.status}`] }) : when(point);

  const listed = (names) =>
    names.length < 2 ? names.join("") : say("list.and", { first: names.slice(0, -1).join(", "), last: names.at(-1) });

  return { say, words, number, withUnit, bare, full, period, when, state, listed };
};

export const hollow = (point) => point.status === "preliminary" || point.status === "estimate";

// Without accents, `d` for `đ`, small letters.
export const folded = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();

// Which of the two languages a title is in, told by its letters; `null` where they do not tell.
export const tongue = (text) => {
  if (/[\u0300-\u0303\u0306\u0309\u031b\u0323đĐ]/u.test(text.normalize("NFD"))) return "vi";
  return /[A-Za-z]{3}/.test(text) ? "en" : null;
};

// ---- Pieces of the API, each fetched once

export const api = (root) => {
  const kept = new Map();
  const piece = (path) => {
    if (!kept.has(path)) {
      const asked = fetch(new URL(path, root)).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${path}`);
        return answer.json();
      });
      asked.catch(() => kept.delete(path));
      kept.set(path, asked);
    }
    return kept.get(path);
  };
  return {
    list: async () => {
      const [{ indicators, themes, population }, { areas }] = await Promise.all([
        piece("indicators.json"),
        piece("areas.json"),
      ]);
      return { indicators, themes, population, areas };
    },
    series: (id) => piece(`series/${id}.json`),
  };
};

// ---- Strands: one indicator in one area, as it is to be shown

const known = (point) => point.value !== null || point.low !== null || point.high !== null;
export const charted = (point) => known(point) && point.confidence !== "low";
export const computed = (point) => point.boundary === "carried-back";

const worse = (one, other, order) => (order.indexOf(one) > order.indexOf(other) ? one : other);

const month = (point) => {
  const [year, number] = point.end.split("-").map(Number);
  return year * 12 + number;
};

const pointOf = (figure) => ({ ...figure, operator: figure.operator ?? "=", year: Number(figure.end.slice(0, 4)), month: month(figure) });

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

// Figures on either side of a break are never set against each other.
const era = (point, breaks) => breaks.filter((start) => start <= point.start).length;

const indexed = (points, breaks, year) => {
  const base = points.find((each) => each.kind === "year" && each.year === year && each.value > 0 && each.confidence !== "low");
  if (!base) return { points: points.map(blank), based: false, broken: false };
  const fits = (point) => era(point, breaks) === era(base, breaks);
  const shown = points.map((point) =>
    point.value !== null && fits(point)
      ? { ...point, value: point === base ? 100 : (point.value / base.value) * 100, text: null, low: null, high: null }
      : blank(point),
  );
  return { points: shown, based: true, broken: points.some((each) => each.value !== null && !fits(each)) };
};

const breaksOf = (piece, area) =>
  piece.breaks.filter((each) => each.area === null || each.area === area);

const unitFor = (indicator, choice, shared, write) => {
  const { say } = write;
  if (choice.index) {
    const name = say("compare.unit-index", { year: choice.index });
    return { id: "index", name, symbol: { [lang]: "" }, join: false, decimals: INDEX_PLACES, lower: 0, upper: null };
  }
  const own = shared ? indicator.per_head.unit : indicator.unit;
  const { people, decimals } = shared ? indicator.per_head : indicator;
  if (!shared) return { ...own, name: own.name[lang], decimals };
  const crowd = people === 1 ? "one" : "many";
  const worded = (unit) => say(`compare.unit-${crowd}`, { unit, n: write.number(people, 0) });
  const symbol = worded(own.symbol[lang] || own.name[lang]);
  const name = worded(own.name[lang]);
  return { ...own, id: `${own.id}/${people}`, name, symbol: { [lang]: symbol }, join: false, decimals, lower: 0, upper: null };
};

// Everything that is asked for, in the order of the choice; `notes` say what could not be done.
export const strandsOf = (choice, list, pieces, write) => {
  const { say } = write;
  const notes = new Set();
  const strands = [];
  const whole = [];
  const people = list.population && pieces.get(list.population.indicator);
  for (const id of choice.i) {
    const indicator = list.indicators.find((each) => each.id === id);
    const piece = pieces.get(id);
    const shared = choice.per && indicator.per_head !== null;
    if (choice.per && !shared) whole.push(indicator.name[lang]);
    const ranked = choice.index && indicator.unit.kind === "rank";
    if (ranked) notes.add(say("compare.no-index", { name: indicator.name[lang] }));
    const own = ranked ? { ...choice, index: null } : choice;
    const unit = unitFor(indicator, own, shared, write);
    for (const area of choice.a) {
      const place = list.areas.find((each) => each.id === area);
      const name = say("compare.title-of", { name: indicator.name[lang], place: place.name[lang] });
      const found = piece.series.find((each) => each.area === area);
      const published = (found?.figures ?? []).map(pointOf);
      const marks = breaksOf(piece, area);
      let points = published;
      if (shared) {
        const crowds = people.series.find((each) => each.area === area)?.figures ?? [];
        const counted = new Map(crowds.map((each) => [each.period, each]));
        points = points.map((point) => perHead(point, counted, indicator.per_head, list.population.persons));
        marks.push(...breaksOf(people, area));
        if (published.some(known) && !points.some(known)) notes.add(say("compare.no-people", { name }));
      }
      if (own.index) {
        const result = indexed(points, marks.map((each) => each.start), own.index);
        if (points.some(known) && !result.based) notes.add(say("compare.no-base", { name, year: own.index }));
        if (result.broken) notes.add(say("compare.broken"));
        points = result.points;
      }
      const within = points
        .map((point, place_) => ({ ...point, published: published[place_] }))
        .filter((point) => point.year >= (choice.from ?? 0) && point.year <= (choice.to ?? 9999));
      if (!within.some(known) && !within.some((each) => each.mark)) {
        if (!points.length || points.some(known)) notes.add(say("compare.no-figures", { name }));
      }
      if (within.some((point) => known(point) && point.confidence === "low")) notes.add(say("compare.doubtful"));
      strands.push({
        id: `${id}|${area}`,
        indicator,
        area: place,
        name,
        unit,
        points: within,
        breaks: marks,
        sources: piece.sources,
        shared,
        people: shared ? people : null,
      });
    }
    if (!indicator.chartable) notes.add(`${indicator.name[lang]}: ${say("indicator.not-charted")}`);
  }
  if (whole.length) notes.add(say("compare.no-head", { names: whole.join("; ") }));
  if (strands.some((each) => each.points.some((point) => computed(point) && known(point)))) notes.add(say("compare.computed"));
  return { strands, notes: [...notes] };
};

// ---- What one line may hold

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
      return { ...each, points: each.points.filter((point) => point.kind === kind && charted(point)) };
    })
    .filter((each) => each.points.length > 0);
};

const distance = (one, other) => other.month - one.month;

const stride = (points) => {
  const usual = SIZES[points.at(-1)?.kind] ?? 12;
  const counted = new Map();
  for (let place = 1; place < points.length; place += 1) {
    const apart = distance(points[place - 1], points[place]);
    counted.set(apart, (counted.get(apart) ?? 0) + 1);
  }
  const [most, times] = [...counted].sort(([a, n], [b, m]) => m - n || a - b)[0] ?? [usual, 0];
  return times * 2 > points.length - 1 ? Math.max(usual, most) : usual;
};

// Stretches of points that may be joined: never over a break, a gap, or from computed figures to published ones.
export const runs = (strand) => {
  const valued = strand.points.filter((each) => each.value !== null);
  const step = stride(strand.points);
  const cut = (one, other) => strand.breaks.some(({ start }) => one.start < start && start <= other.start);
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
  const years = strand.points.filter((each) => each.kind === "year").map((each) => each.year);
  const step = stride(strand.points) / 12;
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
