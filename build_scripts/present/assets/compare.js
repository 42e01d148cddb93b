// The page that sets figures side by side: the choice is in the address, the figures come from the JSON of the site,
// only those that are asked for.
import { api, breaksSaid, charted, computed, course, drawable, folded, hollow, strandsOf, tongue, writer } from "./compare-figures.js";
import { barsChart, levelsOf, linesChart, scaleOf, smallChart, yearsOf } from "./compare-chart.js";
import { take } from "./compare-take.js";

const lang = document.documentElement.lang;
const root = document.querySelector("[data-compare]");
const form = root.querySelector("form");
const settings = JSON.parse(root.querySelector("[data-words]").textContent);
const words = writer(settings);
const { say } = words;
const { most, colours } = settings;
const source = api(new URL(root.dataset.api, document.baseURI));
const place = (name) => root.querySelector(`[data-${name}]`);
const VIEWS = ["lines", "bars", "multiples", "table"];

const make = (name, attributes = {}, ...inside) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...inside);
  return made;
};

// ---- The choice, in the address and in the form

let list = null;
let choice = { i: [], a: [], from: null, to: null, as: "lines", index: null, per: false };
let shown = null;

const read = () => {
  const asked = new URLSearchParams(location.search);
  const ids = (key, every) => {
    const wanted = [...new Set((asked.get(key) ?? "").split(",").filter(Boolean))];
    const there = wanted.filter((id) => every.some((each) => each.id === id));
    return [there, wanted.filter((id) => !there.includes(id))];
  };
  const year = (key) => (/^\d{4}$/.test(asked.get(key) ?? "") ? Number(asked.get(key)) : null);
  const [i, strangeI] = ids("i", list.indicators);
  const [a, strangeA] = ids("a", list.areas);
  choice = {
    i: i.slice(0, most),
    a,
    from: year("from"),
    to: year("to"),
    as: VIEWS.includes(asked.get("as")) ? asked.get("as") : "lines",
    index: year("index"),
    per: asked.get("per") === "head" && Boolean(form.elements.per),
  };
  return [...strangeI, ...strangeA];
};

const query = () => {
  const { i, a, from, to, as, index, per } = choice;
  const said = { i: i.join(","), a: a.join(","), from, to, as: as === "lines" ? null : as, index, per: per ? "head" : null };
  const parts = Object.entries(said).filter(([, value]) => value).map(([key, value]) => `${key}=${value}`);
  return parts.length ? `?${parts.join("&")}` : "";
};

const address = () => new URL(`${location.pathname}${query()}`, location.href).href;

// The switch of language keeps what was chosen.
const homes = [...document.querySelectorAll(".languages a[hreflang]")].map((link) => [link, link.href.split("?")[0]]);

const keep = () => {
  history.replaceState(null, "", `${location.pathname}${query()}${location.hash}`);
  for (const [link, home] of homes) link.href = `${home}${query()}`;
  document.getElementById("compare-link").textContent = address();
};

// ---- What can be picked

const picks = Object.fromEntries([...root.querySelectorAll("[data-pick]")].map((fold) => [fold.dataset.pick, fold]));

const groupsOf = {
  i: () => list.themes.map((theme) => [theme.name[lang], list.indicators.filter((each) => each.theme === theme.id)]),
  a: () => {
    const kind = (each) => (["country", "region"].includes(each.kind) ? each.kind : each.valid_to === null ? "now" : "former");
    return ["country", "region", "now", "former"].map((name) => [
      say(`compare.group-${name}`),
      list.areas.filter((each) => kind(each) === name),
    ]);
  },
};

const fill = (key) => {
  const holder = picks[key].querySelector("[data-list]");
  const labels = [];
  for (const [name, inside] of groupsOf[key]()) {
    if (!inside.length) continue;
    const set = make("fieldset", {}, make("legend", {}, name));
    for (const each of inside) {
      const box = make("input", { type: "checkbox", name: key, value: each.id });
      const none = make("small", { "data-none": "", hidden: "" }, `(${say("compare.no-data")})`);
      const label = make("label", {}, box, " ", make("span", {}, each.name[lang]), " ", none);
      labels.push([label, folded(`${each.name[lang]} ${name}`)]);
      set.append(label);
    }
    holder.append(set);
  }
  const filter = picks[key].querySelector("input[type=search]");
  const found = picks[key].querySelector("[data-found]");
  filter.addEventListener("input", () => {
    const parts = folded(filter.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [label, text] of labels) {
      label.hidden = !parts.every((part) => text.includes(part));
      if (!label.hidden) count += 1;
    }
    for (const set of holder.querySelectorAll("fieldset")) set.hidden = !set.querySelector("label:not([hidden])");
    if (!parts.length) found.textContent = "";
    else found.textContent = count ? say("compare.found", { n: count }) : words.words["compare.found-none"];
  });
};

const nameOf = (key, id) => (key === "i" ? list.indicators : list.areas).find((each) => each.id === id).name[lang];

const boxes = (key) => [...picks[key].querySelectorAll("input[type=checkbox]")];

const options = (select, years, chosen) => {
  const first = select.options[0];
  select.replaceChildren(first, ...years.map((year) => new Option(`${year}`, `${year}`)));
  select.value = chosen && years.includes(chosen) ? `${chosen}` : "";
};

const chosenYears = () => {
  const spans = list.indicators.filter((each) => each.years && (!choice.i.length || choice.i.includes(each.id))).map((each) => each.years);
  const asked = [choice.from, choice.to, choice.index].filter(Boolean);
  const first = Math.min(...spans.map(([from]) => from), ...asked);
  const last = Math.max(...spans.map(([, to]) => to), ...asked);
  return Number.isFinite(first) ? Array.from({ length: last - first + 1 }, (_, step) => last - step) : [];
};

// Bring the form in line with the choice.
const mirror = () => {
  for (const key of ["i", "a"]) {
    const full = key === "i" && choice.i.length >= most;
    const held = new Set(list.indicators.filter((each) => choice.i.includes(each.id)).flatMap((each) => each.areas));
    for (const box of boxes(key)) {
      box.checked = choice[key].includes(box.value);
      box.disabled = full && !box.checked;
      if (key === "a") box.parentElement.querySelector("[data-none]").hidden = !choice.i.length || held.has(box.value);
    }
    const count = choice[key].length;
    const badge = picks[key].querySelector("[data-count]");
    badge.textContent = say("compare.count", { n: count });
    badge.hidden = !count;
    const chips = picks[key].nextElementSibling;
    chips.hidden = !count;
    chips.replaceChildren(...choice[key].map((id) => {
      const name = nameOf(key, id);
      const button = make("button", { type: "button", class: "chip", "data-drop": key, value: id }, make("span", { class: "unseen" }, say("compare.drop", { name })), make("span", { "aria-hidden": "true" }, `${name} ×`));
      return make("li", {}, button);
    }));
  }
  const years = chosenYears();
  options(form.elements.from, years, choice.from);
  options(form.elements.to, years, choice.to);
  options(form.elements.index, years, choice.index);
  form.elements.as.value = choice.as;
  if (form.elements.per) {
    form.elements.per.checked = choice.per;
    form.elements.per.disabled = !choice.per && !list.indicators.some((each) => choice.i.includes(each.id) && each.per_head);
  }
};

// ---- Charts

const pointName = (strand, point) => `${strand.name}: ${words.full(point, strand.unit)}, ${words.state(point)}`;

const chunked = (items, size) => Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, at * size + size));

const grouped = (items, key) => {
  const groups = new Map();
  for (const each of items) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return [...groups.values()];
};

const titleOf = (strands) => {
  const names = [...new Set(strands.map((each) => each.indicator.name[lang]))];
  const areas = [...new Set(strands.map((each) => each.area.name[lang]))];
  const what = names.join("; ");
  return areas.length === 1 ? say("compare.title-of", { name: what, place: areas[0] }) : what;
};

const labelOf = (strands) => {
  const several = (pick) => new Set(strands.map(pick)).size > 1;
  const [names, areas] = [several((each) => each.indicator.id), several((each) => each.area.id)];
  if (names && areas) return (strand) => strand.name;
  if (names) return (strand) => strand.indicator.name[lang];
  return areas ? (strand) => strand.area.name[lang] : null;
};

const crossed = ({ breaks, points }) => breaks.some(({ start }) => points[0].start < start && start <= points.at(-1).start);

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
    make("details", { class: "fold" }, make("summary", {}, say("figure.alt")), make("p", {}, description)),
  );

const told = (kind, title, strands) => {
  const label = labelOf(strands) ?? ((strand) => strand.name);
  return [say(`chart.${kind}`, { title }), ...strands.map((each) => course(each, label(each), words)), ...breaksSaid(strands, words)].join(" ");
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
    const years = yearsOf(group);
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
    const held = counts.get(point.period) ?? { point, count: 0 };
    counts.set(point.period, { point, count: held.count + 1 });
  }
  const enough = [...counts.values()].filter(({ count }) => count * 2 >= strands.length);
  const ranked = (enough.length ? enough : [...counts.values()]).sort((one, other) => (one.point.end < other.point.end ? 1 : -1));
  return ranked[0]?.point;
};

const bars = (strands) =>
  grouped(strands, (each) => each.indicator.id).flatMap((group) => {
    const period = common(group);
    if (!period) return [];
    const rows = group
      .map((strand) => ({ strand, point: strand.points.find((each) => each.period === period.period && each.value !== null) }))
      .filter((row) => row.point)
      .map(({ strand, point }) => ({ strand, point, name: computed(point) ? say("territory.computed-name", { name: strand.area.name[lang] }) : strand.area.name[lang] }))
      .sort((one, other) => other.point.value - one.point.value);
    const title = say("compare.bars-year", { name: group[0].indicator.name[lang], when: words.period(period) });
    const unit = group[0].unit;
    const value = ({ point }) => words.full(point, unit);
    const ends = rows.length > 1 ? [say("chart.between", { top: rows[0].name, first: value(rows[0]), bottom: rows.at(-1).name, last: value(rows.at(-1)) })] : [];
    const missing = group.filter((each) => !rows.some((row) => row.strand === each)).map((each) => {
      const part = each.points.find((point) => point.period === period.period);
      const name = each.area.name[lang];
      return part ? say("chart.bar", { name, value: words.full(part, unit) }) : `${say("chart.nothing", { name })}.`;
    });
    const said = [say("chart.bars", { title }), ...ends, ...rows.map((row) => say("chart.bar", { name: row.name, value: value(row) })), ...missing].join(" ");
    const some = rows.map((row) => ({ ...row.strand, points: [row.point] }));
    const made = figure(title, some, [barsChart(rows, { colour: colours[0], unit, words, said })], said);
    if (missing.length) made.querySelector(".chart__view").after(make("p", { class: "marks" }, missing.join(" ")));
    return [made];
  });

// ---- Tables

const cellOf = (point, unit) => {
  const cell = make("td", { class: "num" });
  if (!point || (point.blank && !point.mark)) return cell;
  if (point.mark) {
    cell.append(make("span", { title: say(`mark.${point.mark}-long`) }, say(`mark.${point.mark}`)));
    return cell;
  }
  const marks = [];
  if (computed(point)) marks.push([say("mark.computed"), say("mark.computed-long")]);
  if (hollow(point)) marks.push([say(`mark.${point.status}`), say(`status.${point.status}`)]);
  if (point.confidence === "low") marks.push(["?", say("trust.low")]);
  cell.append(words.bare(point, unit));
  if (marks.length) cell.append(make("sup", { class: "mark", title: marks.map(([, long]) => long).join("; ") }, marks.map(([mark]) => mark).join(", ")));
  if (point.vintages > 1) cell.append(make("sup", { class: "mark" }, "*"));
  return cell;
};

const tables = (strands) =>
  grouped(strands, (each) => each.indicator.id).map((group) => {
    const [{ indicator, unit }] = group;
    const points = new Map(group.flatMap((each) => each.points).map((each) => [each.period, each]));
    const periods = [...points.values()].sort((one, other) => (one.end === other.end ? (one.start < other.start ? -1 : 1) : one.end < other.end ? 1 : -1));
    const caption = say("table.caption", { name: indicator.name[lang], unit: unit.name });
    const head = make("tr", {}, make("th", { scope: "col" }, say("table.period")), ...group.map((each) => make("th", { scope: "col", class: "num" }, each.area.name[lang])));
    const rows = periods.map((period) =>
      make("tr", {}, make("th", { scope: "row" }, words.period(period)), ...group.map((each) => cellOf(each.points.find((point) => point.period === period.period), unit))),
    );
    const table = make("table", { class: "data" }, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, ...rows));
    const more = make("p", { class: "marks" }, make("a", { href: `${root.dataset.pages}${indicator.id}/` }, `${say("compare.page")}: ${indicator.name[lang]}`));
    return make("div", {}, make("div", { class: "table-wrap", tabindex: "0", role: "region", "aria-label": say("table.scroll", { name: caption }), "data-table": indicator.id }, table), more);
  });

const sourceLines = (strands) => {
  const used = new Map();
  for (const strand of strands) {
    for (const { published } of strand.points) if (published.source) used.set(published.source, strand.sources[published.source]);
  }
  return [...used.values()].map((each) => {
    const spoken = tongue(each.title);
    const title = each.url ? make("a", { href: each.url, rel: "noopener", lang: spoken }, each.title) : make("span", { lang: spoken }, each.title);
    return make("li", {}, title, " ", make("span", { class: "source__by" }, [each.publisher, each.date].filter(Boolean).join(" · ")));
  });
};

// ---- From the choice to the page

const DRAW = { lines, multiples, bars, table: () => [] };
let turn = 0;

const announce = (text) => {
  place("said").textContent = text;
};

const fail = (error) => {
  console.warn(error);
  const again = make("button", { type: "button", class: "button" }, say("compare.retry"));
  again.addEventListener("click", show);
  announce("");
  place("said").append(`${say("compare.failed")} `, again);
};

const show = async (strange = []) => {
  const mine = (turn += 1);
  const ready = choice.i.length > 0 && choice.a.length > 0;
  place("empty").hidden = ready;
  const unknown = Array.isArray(strange) && strange.length ? say("compare.unknown", { ids: strange.join(", ") }) : "";
  if (!ready) {
    shown = null;
    place("shown").replaceChildren();
    place("after").hidden = true;
    announce(unknown);
    return;
  }
  announce(say("compare.loading"));
  const needed = new Set(choice.i);
  if (choice.per && list.indicators.some((each) => choice.i.includes(each.id) && each.per_head)) needed.add(list.population.indicator);
  let pieces;
  try {
    const loaded = await Promise.all([...needed].map(async (id) => [id, await source.series(id)]));
    pieces = new Map(loaded);
  } catch (error) {
    if (mine === turn) fail(error);
    return;
  }
  if (mine !== turn) return;
  const { strands, notes } = strandsOf(choice, list, pieces, words);
  const charts = DRAW[choice.as](drawable(strands));
  const said = notes.length ? [make("ul", { class: "note compare__notes" }, ...notes.map((each) => make("li", {}, each)))] : [];
  place("shown").replaceChildren(...charts, ...said, ...tables(strands), make("p", { class: "marks" }, say("compare.legend")));
  place("sources").replaceChildren(...sourceLines(strands));
  place("after").hidden = false;
  shown = { strands, choice: { ...choice }, address: address() };
  const what = charts.length ? say("compare.shown-charts", { n: charts.length }) : say("compare.shown-table");
  const summary = say("compare.shown", { indicators: choice.i.length, areas: choice.a.length, what });
  const full = choice.i.length >= most ? say("compare.full", { n: most }) : "";
  announce([summary, full, unknown].filter(Boolean).join(" "));
};

const changed = (change) => {
  choice = { ...choice, ...change };
  mirror();
  keep();
  show();
};

form.addEventListener("change", ({ target }) => {
  const { name, value } = target;
  if (name === "i" || name === "a") {
    const rest = choice[name].filter((id) => id !== value);
    changed({ [name]: target.checked ? [...rest, value] : rest });
  } else if (name === "per") changed({ per: target.checked });
  else if (name === "as") changed({ as: value });
  else if (name) changed({ [name]: value ? Number(value) : null });
});

form.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-drop]");
  if (!button) return;
  const key = button.dataset.drop;
  const at = choice[key].indexOf(button.value);
  changed({ [key]: choice[key].filter((id) => id !== button.value) });
  const left = picks[key].nextElementSibling.querySelectorAll("button");
  (left[Math.min(at, left.length - 1)] ?? picks[key].querySelector("summary")).focus();
});

form.addEventListener("reset", (event) => {
  event.preventDefault();
  changed({ i: [], a: [], from: null, to: null, as: "lines", index: null, per: false });
  for (const fold of Object.values(picks)) fold.open = true;
  picks.i.querySelector("summary").focus();
});

form.addEventListener("submit", (event) => event.preventDefault());

root.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-take]");
  if (button && shown) take(button.dataset.take, say("compare.file"), shown);
});

addEventListener("popstate", () => {
  const strange = read();
  mirror();
  show(strange);
});

const begin = async () => {
  root.hidden = false;
  document.querySelector("[data-static]").hidden = true;
  announce(say("compare.loading"));
  try {
    list = await source.list();
  } catch (error) {
    console.warn(error);
    const again = make("button", { type: "button", class: "button" }, say("compare.retry"));
    again.addEventListener("click", begin);
    announce(`${say("compare.failed")} `);
    place("said").append(again);
    return;
  }
  fill("i");
  fill("a");
  const strange = read();
  for (const [key, fold] of Object.entries(picks)) fold.open = choice[key].length === 0;
  // Who follows a link on a phone came for the chart.
  place("choice").open = !(choice.i.length && choice.a.length && matchMedia("(max-width: 40rem)").matches);
  mirror();
  keep();
  await document.fonts.ready;
  show(strange);
};

begin();
