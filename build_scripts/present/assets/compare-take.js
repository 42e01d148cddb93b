// What a reader takes along: the figures that are shown, each with its name, unit, state and source.
import { computed } from "./compare-figures.js";

const lang = document.documentElement.lang;
const COLUMNS = [
  "indicator", "indicator_name", "area", "area_name", "period", "start", "end", "operator", "value", "low", "high", "unit",
  "mark", "status", "confidence", "computed", "published_value", "published_unit", "population", "source", "source_title",
  "source_publisher", "source_url",
];

const record = (strand, point) => {
  const { published, shown } = { published: point.published, shown: point };
  const source = strand.sources[published.source] ?? {};
  const own = strand.unit.id === strand.indicator.unit.id && published.text !== null;
  return {
    indicator: strand.indicator.id,
    indicator_name: strand.indicator.name[lang],
    area: strand.area.id,
    area_name: strand.area.name[lang],
    period: shown.period,
    start: shown.start,
    end: shown.end,
    operator: shown.mark ? null : shown.operator,
    value: shown.value,
    low: shown.low,
    high: shown.high,
    unit: strand.unit.name,
    mark: shown.mark,
    status: shown.status,
    confidence: shown.confidence,
    computed: computed(shown),
    published_value: own ? published.text : published.value,
    published_unit: strand.indicator.unit.name[lang],
    population: shown.people ?? null,
    source: published.source,
    source_title: source.title ?? null,
    source_publisher: source.publisher ?? null,
    source_url: source.url ?? null,
  };
};

const records = (strands) => strands.flatMap((strand) => strand.points.map((point) => record(strand, point)));

const cell = (value) => {
  const text = value === null ? "" : `${value}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

// A mark of the byte order in front: without it a spreadsheet does not read Vietnamese.
const csv = (strands) => {
  const lines = records(strands).map((each) => COLUMNS.map((name) => cell(each[name])).join(","));
  return `\uFEFF${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
};

const json = (strands, choice, address) => `${JSON.stringify({ address, language: lang, choice, figures: records(strands) }, null, 1)}\n`;

const KINDS = { csv: ["text/csv", csv], json: ["application/json", json] };

export const take = (kind, name, { strands, choice, address }) => {
  const [type, made] = KINDS[kind];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([made(strands, choice, address)], { type: `${type};charset=utf-8` }));
  link.download = `${name}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
