// The rows of any published table: each has an address and a citation of its own; those that hold a word can be taken.
(() => {
  "use strict";

  const form = document.querySelector("form[data-rows]");
  if (!form) return;
  const { tables, words, portal } = JSON.parse(document.getElementById("rows-known").textContent);
  const language = document.documentElement.lang;
  const [count, result, record] = ["rows-count", "rows-result", "rows-record"].map((id) => document.getElementById(id));
  const more = result.querySelector("button[data-more]");
  const AT_ONCE = 50;
  const TELLING = new Set(["name", "operator", "value", "low", "high", "mark", "unit", "year", "period", "status", "source", "publisher", "date"]);
  let table = null;
  let heads = [];
  let rows = [];
  let found = [];
  let asked = 0;

  const fill = (text, holes) => text.replace(/\{(\w+)\}/g, (_, name) => holes[name] ?? "");
  const element = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
  const count_ = (n) => new Intl.NumberFormat(language).format(n);
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();

  const parsed = (text) => {
    // RFC 4180, as every published table is written
    const lines = [[]];
    const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
    while (cell.lastIndex < text.length) {
      const [, quoted, plain, end] = cell.exec(text);
      lines.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      if (end !== "," && cell.lastIndex < text.length) lines.push([]);
      else if (end === "," && cell.lastIndex === text.length) lines.at(-1).push("");
    }
    return lines;
  };

  const escaped = (text) => text.replace(/[\\|]/g, "\\$&");
  const keyOf = (row, place) => (table.key.length ? table.key.map((name) => escaped(row[name])).join("|") : String(place + 1));
  const title = (name) => table.columns[name] || name;
  const here = (query) => `${location.origin}${location.pathname}?${new URLSearchParams(query)}`;
  const addressOf = (key) => here({ table: table.id, row: key, ...(table.version ? { v: table.version } : {}) });
  const dataset = () => [portal, table.package, table.version ? fill(words.version, { version: table.version }) : ""];

  const said = (row) => {
    // in English a text stands in its English column, where there is one that is filled
    const other = language === "en" ? (name) => !row[`${name}_en`] : (name) => !name.endsWith("_en");
    const filled = heads.filter((name) => row[name] && !table.key.includes(name) && other(name));
    const telling = filled.filter((name) => TELLING.has(name.replace(/_en$/, "")));
    const short = filled.filter((name) => row[name].length <= 80).slice(0, 3);
    return (telling.length ? telling : short).map((name) => `${title(name)}: ${row[name]}`).join("; ");
  };
  const citationOf = (row, key) => {
    const named = table.key.length ? table.key.map((name) => row[name]).join(", ") : fill(words.row, { n: key });
    const figure = [`${table.title}, ${named}`, said(row)].filter(Boolean).join(". ");
    return [figure, ...dataset()].filter(Boolean).join(". ") + `. ${addressOf(key)}`;
  };
  const citation = () => [table.title, ...dataset()].filter(Boolean).join(". ") + `. ${here(choice())}`;
  const choice = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));

  const tongueOf = (name) => {
    // the language of a column, where its name or that of its twin says it
    const said = name.endsWith("_en") ? "en" : heads.includes(`${name}_en`) ? "vi" : language;
    return said === language ? {} : { lang: said };
  };

  const listed = () => (table.key.length === 1 ? heads.filter((name) => name !== table.key[0]) : heads);

  const line = ([row, key]) => {
    const made = element("tr", "");
    const head = element("th", "", { scope: "row" });
    const named = table.key.length ? key : fill(words.row, { n: key });
    head.append(element("a", named, { href: addressOf(key) }));
    made.append(head, ...listed().map((name) => element("td", row[name], { ...tongueOf(name), className: table.numbers.includes(name) ? "num" : "" })));
    return made;
  };

  const showMore = () => {
    const body = result.querySelector("tbody");
    const next = body.rows.length;
    body.append(...found.slice(next, next + AT_ONCE).map(line));
    more.hidden = body.rows.length >= found.length;
  };

  const showRecord = (key, version) => {
    const one = rows.find(([, each]) => each === key);
    count.textContent = one ? "" : words["no-row"];
    record.hidden = !one;
    result.hidden = true;
    if (!one) return;
    found = [one];
    record.querySelector("h2").textContent = `${table.title}: ${table.key.length ? key : fill(words.row, { n: key })}`;
    const pairs = heads.map((name) => {
      const pair = element("div", "");
      pair.append(element("dt", title(name)), element("dd", one[0][name] || words.empty, one[0][name] ? tongueOf(name) : {}));
      return pair;
    });
    record.querySelector("dl").replaceChildren(...pairs);
    document.getElementById("rows-cited").textContent = citationOf(...one);
    const other = record.querySelector("[data-other]");
    other.hidden = !version || version === table.version;
    other.textContent = fill(words.other, { cited: version ?? "", shown: table.version });
    record.querySelector("a[data-dataset]").href = `${form.dataset.home}datasets/${table.id.split("/")[0]}/#versions`;
  };

  const show = () => {
    const asked_ = bare(form.elements.q.value);
    found = rows.filter(([row]) => !asked_ || heads.some((name) => bare(row[name]).includes(asked_)));
    count.textContent = found.length ? fill(words.count, { n: count_(found.length) }) : words.none;
    record.hidden = true;
    result.hidden = found.length === 0;
    document.getElementById("rows-citation").textContent = citation();
    result.querySelector("thead tr").replaceChildren(...["", ...listed()].map((name) => element("th", name ? title(name) : words.address, { scope: "col" })));
    result.querySelector("tbody").replaceChildren();
    showMore();
  };

  const load = async (id) => {
    const turn = ++asked;
    count.textContent = words.loading;
    try {
      const wanted = tables.find((each) => each.id === id);
      const answer = await fetch(`${form.dataset.rows}${wanted.href}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const lines = parsed((await answer.text()).replace(/^\ufeff/, ""));
      if (turn !== asked) return false;
      table = wanted;
      [heads] = lines.splice(0, 1);
      rows = lines.map((cells, place) => {
        const row = Object.fromEntries(heads.map((name, column) => [name, cells[column] ?? ""]));
        return [row, keyOf(row, place)];
      });
      return true;
    } catch (error) {
      if (turn === asked) count.textContent = words.failed;
      console.warn(error);
      return false;
    }
  };

  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const taken = () => found.map(([row, key]) => ({ ...row, citation: citationOf(row, key), address: addressOf(key) }));
  const made = {
    csv: (records) => [Object.keys(records[0]), ...records.map(Object.values)].map((row) => `${row.map(cell).join(",")}\n`).join(""),
    json: (records) => `${JSON.stringify({ citation: citation(), address: here(choice()), rows: records }, null, 1)}\n`,
  };
  const types = { csv: "text/csv", json: "application/json" };

  document.addEventListener("click", (event) => {
    if (event.target === more) showMore();
    const kind = event.target.closest("button[data-save]")?.dataset.save;
    if (!kind) return;
    const data = new Blob([made[kind](taken())], { type: types[kind] });
    const link = element("a", "", { href: URL.createObjectURL(data), download: `${table.id.replaceAll("/", "-")}.${kind}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", async (event) => {
    if (event.target.name === "table") form.elements.q.value = "";
    history.replaceState(null, "", `?${new URLSearchParams(choice())}`);
    if (table?.id === form.elements.table.value || (await load(form.elements.table.value))) show();
  });

  const start = async () => {
    const wanted = new URLSearchParams(location.search);
    const id = tables.some((each) => each.id === wanted.get("table")) ? wanted.get("table") : tables[0].id;
    form.elements.table.value = id;
    form.elements.q.value = wanted.get("q") ?? "";
    form.hidden = false;
    if (!(await load(id))) return;
    if (wanted.has("row")) showRecord(wanted.get("row"), wanted.get("v"));
    else show();
  };
  start();
})();
