// Figures chosen by area and years, taken as CSV or JSON; every row has an address and a citation of its own.
(() => {
  "use strict";

  const form = document.querySelector("form[data-take]");
  if (!form) return;
  const known = JSON.parse(document.getElementById("take-known").textContent);
  const { words } = known;
  const language = document.documentElement.lang;
  const count = document.getElementById("take-count");
  const result = document.getElementById("take-result");
  const body = result.querySelector("tbody");
  const more = result.querySelector("button[data-more]");
  const AT_ONCE = 50;
  let piece = null;
  let rows = [];
  let asked = 0;

  const fill = (text, holes) => text.replace(/\{(\w+)\}/g, (_, name) => holes[name] ?? "");
  const element = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
  const places = (text) => (text.split(".")[1] ?? "").length;
  const number = (value, text) =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: places(text ?? String(value)),
      maximumFractionDigits: Math.max(places(text ?? String(value)), 3),
    }).format(value);

  const shown = (row) => {
    const unit = (piece.unit.join ? "" : "\u00a0") + (piece.unit.symbol[language] || piece.unit.name[language]);
    if (row.mark) return known.marks[row.mark] ?? row.mark;
    if (row.value !== null) {
      const plain = `${number(row.value, row.text)}${unit}`;
      return row.operator === "~" ? fill(known.operators["~"], { figure: plain }) : plain;
    }
    if (row.low !== null && row.high !== null && row.low !== row.high) return `${number(row.low)}–${number(row.high)}${unit}`;
    return fill(known.operators[row.operator] ?? "{figure}", { figure: `${number(row.low ?? row.high)}${unit}` });
  };

  const here = (query) => `${location.origin}${location.pathname}?${new URLSearchParams(query)}`;
  const addressOf = (row) => here({ indicator: piece.indicator, row: row.id });
  const areaOf = (row) => known.areas[row.area] ?? row.area;
  const dataset = () => [
    known.portal,
    known.packages[piece.package] ?? piece.package,
    piece.version ? fill(words.version, { version: piece.version }) : "",
  ];

  const citationOf = (row) => {
    const source = piece.sources[row.source];
    const told = [source.title, source.publisher, source.date].filter(Boolean).join(", ");
    const figure = `${piece.name[language]}, ${areaOf(row)}, ${row.period}: ${shown(row)} (${piece.statuses[row.status][language]})`;
    return [figure, told, ...dataset()].filter(Boolean).join(". ") + `. ${addressOf(row)}`;
  };

  const choice = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  const citation = () => [piece.name[language], ...dataset()].filter(Boolean).join(". ") + `. ${here(query())}`;
  const only = () => {
    const row = new URLSearchParams(location.search).get("row");
    return piece && row?.startsWith(`${piece.indicator}.`) ? row : null;
  };
  const query = () => (only() ? { indicator: piece.indicator, row: only() } : choice());

  const chosen = () => {
    const { area, from, to } = choice();
    const row = only();
    if (row) return piece.observations.filter((each) => each.id === row);
    return piece.observations.filter(
      (each) =>
        (!area || each.area === area) && (!from || each.end.slice(0, 4) >= from) && (!to || each.end.slice(0, 4) <= to),
    );
  };

  const heads = [...result.querySelectorAll("thead th")].map((each) => each.textContent);

  const line = (row, place) => {
    const made = element("tr", "");
    const source = piece.sources[row.source];
    const named = element("td", "");
    named.append(source.url ? element("a", source.title, { href: source.url, rel: "noopener nofollow" }) : source.title);
    const cite = element("td", "");
    const fold = element("details", "", { className: "fold" });
    const text = element("p", citationOf(row), { id: `take-row-${place}` });
    const copy = element("button", words.copy, { type: "button", className: "button" });
    copy.dataset.copy = text.id;
    copy.dataset.done = words.copied;
    fold.append(element("summary", words.cite), text, element("a", words.address, { href: addressOf(row) }), " ", copy);
    cite.append(fold);
    const area = element("th", areaOf(row), { scope: "row" });
    made.append(area, element("td", row.period), element("td", shown(row), { className: "num" }));
    made.append(element("td", piece.statuses[row.status][language]), named, cite);
    [...made.children].slice(1, -1).forEach((each, column) => {
      each.dataset.label = heads[column + 1]; // on a phone a row is a block, and each figure says what it is; a fold says so itself
    });
    return made;
  };

  const showMore = () => {
    const next = body.rows.length;
    body.append(...rows.slice(next, next + AT_ONCE).map((row, place) => line(row, next + place)));
    more.hidden = body.rows.length >= rows.length;
  };
  more.addEventListener("click", showMore);

  const show = () => {
    rows = chosen();
    count.textContent = rows.length ? fill(words.count, { n: number(rows.length) }) : words.none;
    result.hidden = rows.length === 0;
    document.getElementById("take-citation").textContent = citation();
    body.replaceChildren();
    showMore();
    const folds = body.querySelectorAll("details");
    if (only() && folds.length === 1) folds[0].open = true;
  };

  const offer = (select, values, wanted) => {
    select.replaceChildren(select.options[0], ...values.map(([value, name]) => element("option", name, { value })));
    select.value = values.some(([value]) => value === wanted) ? wanted : "";
  };

  const load = async (wanted) => {
    const turn = ++asked;
    const name = form.elements.indicator.value;
    count.textContent = words.loading;
    try {
      const answer = await fetch(`${form.dataset.take}${encodeURIComponent(name)}.json`);
      if (!answer.ok) throw new Error(answer.statusText);
      const found = await answer.json();
      if (turn !== asked) return;
      piece = found;
    } catch (error) {
      if (turn === asked) count.textContent = words.failed;
      console.warn(error);
      return;
    }
    const years = [...new Set(piece.observations.map((each) => each.end.slice(0, 4)))].sort();
    const areas = [...new Set(piece.observations.map((each) => each.area))].map((each) => [each, known.areas[each] ?? each]);
    areas.sort(([, one], [, other]) => one.localeCompare(other, language));
    offer(form.elements.area, areas, wanted.get("area") ?? "");
    for (const end of ["from", "to"]) offer(form.elements[end], years.map((each) => [each, each]), wanted.get(end) ?? "");
    show();
  };

  const FIELDS = ["id", "indicator", "area", "period", "start", "end", "operator", "value", "low", "high", "mark", "status", "vintage", "in_force", "boundary", "confidence"];
  const record = (row) => {
    const source = piece.sources[row.source];
    const own = Object.fromEntries(FIELDS.map((name) => [name, name === "indicator" ? piece.indicator : row[name]]));
    const said = { source_title: source.title, source_publisher: source.publisher, source_url: source.url, source_date: source.date };
    return { ...own, unit: piece.unit.id, ...said, citation: citationOf(row), address: addressOf(row) };
  };
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const made = {
    csv: (records) => [Object.keys(records[0]), ...records.map(Object.values)].map((row) => `${row.map(cell).join(",")}\n`).join(""),
    json: (records) => `${JSON.stringify({ citation: citation(), address: here(query()), rows: records }, null, 1)}\n`,
  };
  const types = { csv: "text/csv", json: "application/json" };

  result.addEventListener("click", (event) => {
    const form_ = event.target.closest("button[data-save]")?.dataset.save;
    if (!form_) return;
    const data = new Blob([made[form_](rows.map(record))], { type: types[form_] });
    const link = element("a", "", { href: URL.createObjectURL(data), download: `${piece.indicator}.${form_}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  form.addEventListener("change", (event) => {
    const kept = choice();
    if (event.target.name === "indicator") for (const name of ["area", "from", "to"]) delete kept[name];
    history.replaceState(null, "", `?${new URLSearchParams(kept)}`);
    if (event.target.name === "indicator") load(new URLSearchParams());
    else show();
  });

  const wanted = new URLSearchParams(location.search);
  const name = wanted.get("indicator") ?? "";
  if ([...form.elements.indicator.options].some((each) => each.value === name)) form.elements.indicator.value = name;
  form.hidden = false;
  load(wanted);
})();
