// What a reader takes along: the figures that are shown, each with its name, unit, state and source; and how to cite them.
import { computed, known } from "./figures.js";

const lang = document.documentElement.lang;
const FEW = 4;
const COLUMNS = [
  "indicator", "indicator_name", "area", "area_name", "period", "start", "end", "operator", "value", "low", "high", "unit",
  "mark", "status", "confidence", "computed", "published_value", "published_unit", "population", "source", "source_title",
  "source_publisher", "source_date", "source_url", "source_licence", "cite_as",
];

const told = (point) => known(point) || point.mark !== null;

const record = (strand, point, citation) => {
  const { published } = point;
  const source = strand.sources[published.source] ?? {};
  const exact = strand.unit.id === strand.indicator.unit.id ? published.text : null;
  return {
    indicator: strand.indicator.id,
    indicator_name: strand.indicator.name[lang],
    area: strand.area.id,
    area_name: strand.area.name[lang],
    period: point.period,
    start: point.start,
    end: point.end,
    operator: point.mark ? null : point.operator,
    value: point.value,
    low: point.low,
    high: point.high,
    unit: strand.unit.name,
    mark: point.mark,
    status: point.status,
    confidence: point.confidence,
    computed: computed(point),
    published_value: computed(published) ? null : exact ?? published.value,
    published_unit: strand.indicator.unit.name[lang],
    population: point.people === undefined ? null : Number(point.people.toPrecision(15)),
    source: published.source,
    source_title: source.title ?? null,
    source_publisher: source.publisher ?? null,
    source_date: source.date ?? null,
    source_url: source.url ?? null,
    source_licence: source.licence ?? null,
    cite_as: citation,
  };
};

const records = ({ strands, citation }) =>
  strands.flatMap((strand) => strand.points.filter(told).map((point) => record(strand, point, citation)));

// A spreadsheet takes text that begins like a formula for one; a number may begin with its sign.
const NUMBERS = new Set(["value", "low", "high", "published_value", "population"]);
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const cell = (name, value) => {
  const text = value === null ? "" : `${value}`;
  const plain = FORMULA.test(text) && !NUMBERS.has(name) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

// A mark of the byte order in front: without it a spreadsheet does not read Vietnamese.
const csv = (shown) => {
  const lines = records(shown).map((each) => COLUMNS.map((name) => cell(name, each[name])).join(","));
  return `\uFEFF${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
};

const json = (shown) => {
  const { title, citation, address, choice, notes } = shown;
  const figures = records(shown).map(({ cite_as: _, ...each }) => each);
  return `${JSON.stringify({ title, citation, address, language: lang, choice, notes, figures }, null, 1)}\n`;
};

const KINDS = { csv: ["text/csv", csv], json: ["application/json", json] };

export const take = (kind, name, shown) => {
  const [type, made] = KINDS[kind];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([made(shown)], { type: `${type};charset=utf-8` }));
  link.download = `${[name, ...shown.choice.i].join("-").slice(0, 100)}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

// The names of what stands side by side.
export const titleOf = (strands, { say, listed }) => {
  const names = (pick) => [...new Set(strands.map((each) => pick(each).name[lang]))];
  const [indicators, areas] = [names((each) => each.indicator), names((each) => each.area)];
  const places = areas.length > FEW ? say("compare.places", { n: areas.length }) : listed(areas);
  return say("compare.title-of", { name: listed(indicators), place: places });
};

// The portal, what is shown, the datasets with their versions, the address.
export const citationOf = (title, strands, { portal, datasets }, { say }, address) => {
  const cited = [...new Set(strands.map((each) => datasets[each.indicator.theme]))];
  const parts = [portal, say("share.cite-title", { title }), ...cited].filter(Boolean);
  return `${parts.join(". ")}. ${address}`;
};
