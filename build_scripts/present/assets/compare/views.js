// From strands to charts: lines, small charts or bars, each with its title, unit, key and description.
import { barsChart, linesChart, smallChart } from "./chart.js";
import { breaksSaid, course, grouped } from "./course.js";
import { computed } from "./figures.js";
import { make } from "./make.js";
import { clockOf, levelsOf, scaleOf } from "./scale.js";
import { hollow } from "./words.js";

const lang = document.documentElement.lang;

const chunked = (items, size) =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, at * size + size));

const crossed = ({ breaks, points }) =>
  breaks.some(({ start }) => points[0].start < start && start <= points.at(-1).start);

// Every drawing of the page, given the words of its language, the colours, and how many lines one chart may hold.
export const viewsOf = (words, { colours, most }) => {
  const { say } = words;

  const pointName = (strand, point) => `${strand.name}: ${words.full(point, strand.unit)}, ${words.state(point)}`;

  const placeOf = ({ area, points }) =>
    points.some(computed) ? say("territory.computed-name", { name: area.name[lang] }) : area.name[lang];

  const titleOf = (strands) => {
    const names = [...new Set(strands.map((each) => each.indicator.name[lang]))].join("; ");
    const places = [...new Set(strands.map((each) => each.area.name[lang]))];
    return places.length === 1 ? say("compare.title-of", { name: names, place: places[0] }) : names;
  };

  // What tells the strands of a picture apart: the indicator, the area, or both; `null` for a single strand.
  const labelOf = (strands) => {
    const several = (pick) => new Set(strands.map(pick)).size > 1;
    const [names, areas] = [several((each) => each.indicator.id), several((each) => each.area.id)];
    if (names && areas) return (strand) => say("compare.title-of", { name: strand.indicator.name[lang], place: placeOf(strand) });
    if (names) return (strand) => strand.indicator.name[lang];
    return areas ? placeOf : null;
  };

  const keyOf = (strands) => {
    const points = strands.flatMap((each) => each.points);
    const states = [...new Set(points.filter((each) => each.value !== null && hollow(each)).map((each) => each.status))];
    const said = states.length ? [`○ ${say(states.length > 1 ? "chart.unsettled" : `chart.${states[0]}`)}`] : [];
    if (points.some((each) => each.value === null)) said.push(`↑↓ ${say("chart.bound")}`);
    if (strands.some(crossed)) said.push(`┆ ${say("compare.break")}`);
    return said;
  };

  const figure = (title, strands, drawings, description, many = false) =>
    make(
      "figure",
      { class: "chart" },
      make("p", { class: "chart__title" }, title),
      make("p", { class: "marks" }, [say("chart.unit", { unit: strands[0].unit.name }), ...keyOf(strands)].join(" · ")),
      make("div", { class: many ? "chart__view compare__many" : "chart__view" }, ...drawings),
      make("details", { class: "fold" }, make("summary", {}, say("figure.alt")), make("p", { "data-course": "" }, description)),
    );

  const told = (kind, title, strands) => {
    const label = labelOf(strands) ?? ((strand) => strand.name);
    const courses = strands.map((each) => course(each, label(each), words));
    return [say(`chart.${kind}`, { title }), ...courses, ...breaksSaid(strands, words)].join(" ");
  };

  // Lines of one unit in one chart if there are at most four; else a chart an indicator, four areas at a time.
  const lines = (strands) =>
    grouped(strands, (each) => each.unit.id).flatMap((group) => {
      const sets = group.length <= most ? [group] : grouped(group, (each) => each.indicator.id);
      return sets.flatMap((set) => {
        const scale = scaleOf(levelsOf(set), set[0].unit);
        return chunked(set, most).map((some) => {
          const title = titleOf(some);
          const said = told("lines", title, some);
          const drawing = linesChart(some, { colours, labels: labelOf(set), scale, words, said, names: pointName });
          return figure(title, some, [drawing], said);
        });
      });
    });

  const multiples = (strands) =>
    grouped(strands, (each) => each.unit.id).map((group) => {
      const scale = scaleOf(levelsOf(group), group[0].unit);
      const years = clockOf(group);
      const title = titleOf(group);
      const label = labelOf(group);
      const drawings = group.map((strand) => {
        const said = course(strand, strand.name, words);
        const small = smallChart(strand, { colour: colours[0], scale, years, words, said, names: pointName });
        return make("div", {}, ...(label ? [make("p", {}, label(strand))] : []), small);
      });
      return figure(title, group, drawings, told("multiples", title, group), true);
    });

  // The newest period in which most of the areas have one number.
  const common = (strands) => {
    const counts = new Map();
    for (const point of strands.flatMap((each) => each.points).filter((each) => each.value !== null)) {
      counts.set(point.period, { point, count: (counts.get(point.period)?.count ?? 0) + 1 });
    }
    const enough = [...counts.values()].filter(({ count }) => count * 2 >= strands.length);
    const ranked = (enough.length ? enough : [...counts.values()]).sort((one, other) => (one.point.end < other.point.end ? 1 : -1));
    return ranked[0]?.point;
  };

  const rowsOf = (group, period) =>
    group
      .map((strand) => ({ strand, point: strand.points.find((each) => each.period === period.period && each.value !== null) }))
      .filter((row) => row.point)
      .map((row) => ({ ...row, name: placeOf({ area: row.strand.area, points: [row.point] }) }))
      .sort((one, other) => other.point.value - one.point.value);

  // Who has no bar, and what is known of them all the same.
  const without = (group, rows, period, unit) =>
    group
      .filter((each) => !rows.some((row) => row.strand === each))
      .map((each) => {
        const part = each.points.find((point) => point.period === period.period);
        const name = each.area.name[lang];
        return part ? say("chart.bar", { name, value: words.full(part, unit) }) : `${say("chart.nothing", { name })}.`;
      });

  const bars = (strands) =>
    grouped(strands, (each) => each.indicator.id).flatMap((group) => {
      const period = common(group);
      if (!period) return [];
      const [{ indicator, unit }] = group;
      const rows = rowsOf(group, period);
      const title = say("compare.bars-year", { name: indicator.name[lang], when: words.period(period) });
      const value = ({ point }) => words.full(point, unit);
      const [top, bottom] = [rows[0], rows.at(-1)];
      const ends = { top: top.name, first: value(top), bottom: bottom.name, last: value(bottom) };
      const missing = without(group, rows, period, unit);
      const each = rows.map((row) => say("chart.bar", { name: row.name, value: value(row) }));
      const span = rows.length > 1 ? [say("chart.between", ends)] : [];
      const said = [say("chart.bars", { title }), ...span, ...each, ...missing].join(" ");
      const some = rows.map((row) => ({ ...row.strand, points: [row.point] }));
      const made = figure(title, some, [barsChart(rows, { colour: colours[0], unit, words, said })], said);
      if (missing.length) made.querySelector(".chart__view").after(make("p", { class: "marks" }, missing.join(" ")));
      return [made];
    });

  return { lines, multiples, bars, table: () => [] };
};
