// The figures as tables, one an indicator, and where they come from.
import { computed } from "./figures.js";
import { grouped } from "./course.js";
import { make } from "./make.js";
import { hollow, tongue } from "./words.js";

const lang = document.documentElement.lang;
const empty = (point) => !point || (point.blank && !point.mark);

const cellOf = (point, unit, { say, bare }) => {
  const cell = make("td", { class: "num" });
  if (empty(point)) return cell;
  if (point.mark) {
    cell.append(make("span", { title: say(`mark.${point.mark}-long`) }, say(`mark.${point.mark}`)));
    return cell;
  }
  const marks = [];
  if (computed(point)) marks.push([say("mark.computed"), say("mark.computed-long")]);
  if (hollow(point)) marks.push([say(`mark.${point.status}`), say(`status.${point.status}`)]);
  if (point.confidence === "low") marks.push(["?", say("trust.low")]);
  cell.append(bare(point, unit));
  const long = marks.map(([, each]) => each).join("; ");
  if (marks.length) cell.append(make("sup", { class: "mark", title: long }, marks.map(([mark]) => mark).join(", ")));
  if (point.vintages > 1) cell.append(make("sup", { class: "mark" }, "*"));
  return cell;
};

const newestFirst = (one, other) =>
  one.end === other.end ? (one.start < other.start ? -1 : 1) : one.end < other.end ? 1 : -1;

// A period in which nothing can be told of any area has no row; with none left there is no table.
const tableOf = (group, words) => {
  const [{ indicator, unit }] = group;
  const points = new Map();
  for (const point of group.flatMap((each) => each.points)) if (!empty(point)) points.set(point.period, point);
  const name = (each) => make("th", { scope: "col", class: "num" }, each.area.name[lang]);
  const row = (period) => {
    const cells = group.map((each) => cellOf(each.points.find((point) => point.period === period.period), unit, words));
    return make("tr", {}, make("th", { scope: "row" }, words.period(period)), ...cells);
  };
  const caption = words.say("table.caption", { name: indicator.name[lang], unit: unit.name });
  const head = make("tr", {}, make("th", { scope: "col" }, words.say("table.period")), ...group.map(name));
  if (points.size === 0) return "";
  const rows = [...points.values()].sort(newestFirst).map(row);
  const table = make("table", { class: "data" }, make("caption", {}, make("span", {}, caption)), make("thead", {}, head), make("tbody", {}, ...rows));
  const region = { class: "table-wrap", tabindex: "0", role: "region", "aria-label": words.say("table.scroll", { name: caption }) };
  return make("div", { ...region, "data-table": indicator.id }, table);
};

export const tables = (strands, words, pages) =>
  grouped(strands, (each) => each.indicator.id).map((group) => {
    const [{ indicator }] = group;
    const said = `${words.say("compare.page")}: ${indicator.name[lang]}`;
    const more = make("p", { class: "marks" }, make("a", { href: `${pages}${indicator.id}/` }, said));
    return make("div", {}, tableOf(group, words), more);
  });

export const sourceLines = (strands) => {
  const used = new Map();
  for (const strand of strands) {
    for (const { published } of strand.points) if (published.source) used.set(published.source, strand.sources[published.source]);
  }
  return [...used.values()].map((each) => {
    const spoken = tongue(each.title);
    const title = each.url
      ? make("a", { href: each.url, rel: "noopener", lang: spoken }, each.title)
      : make("span", { lang: spoken }, each.title);
    const by = [each.publisher, each.date].filter(Boolean).join(" · ");
    return make("li", {}, title, " ", make("span", { class: "source__by" }, by));
  });
};
