// The page that sets figures side by side: the choice is in the address, the figures come from the JSON of the site,
// only those that are asked for.
import { api } from "./api.js";
import { choiceIn, inOrder, NOTHING, query } from "./choice.js";
import { drawable } from "./course.js";
import { strandsOf, territoryNotes } from "./figures.js";
import { formOf } from "./form.js";
import { make } from "./make.js";
import { sourceLines, tables } from "./table.js";
import { citationOf, take, titleOf } from "./take.js";
import { viewsOf } from "./views.js";
import { writer } from "./words.js";

const root = document.querySelector("[data-compare]");
const settings = JSON.parse(root.querySelector("[data-words]").textContent);
const words = writer(settings);
const { say } = words;
const { most } = settings;
const source = api(new URL(root.dataset.api, document.baseURI));
const draw = viewsOf(words, settings);
const place = (name) => root.querySelector(`[data-${name}]`);

const called = document.title;
let list = null;
let form = null;
let choice = NOTHING;
let shown = null;
let turn = 0;

// ---- The address

const address = () => new URL(`${location.pathname}${query(choice)}`, location.href).href;

// The switch of language keeps what was chosen.
const homes = [...document.querySelectorAll(".languages a[hreflang]")].map((link) => [link, link.href.split("?")[0]]);

const keep = (how) => {
  if (how) history[how](null, "", `${location.pathname}${query(choice)}${location.hash}`);
  for (const [link, home] of homes) link.href = `${home}${query(choice)}`;
  document.getElementById("compare-link").textContent = address();
};

const fromAddress = () => {
  const found = choiceIn(location.search, list, { most, shared: form.shared });
  choice = found.choice;
  const odd = found.odd.length ? say("compare.unknown", { ids: found.odd.join(", ") }) : "";
  const over = found.over ? say("compare.over", { n: most }) : "";
  return [odd, over].filter(Boolean);
};

// ---- From the choice to the page

const announce = (...said) => place("said").replaceChildren(...said);

// Until all is there for a choice, the page says that it is at work; then, for which choice it stands.
const work = () => {
  root.setAttribute("aria-busy", "true");
  delete root.dataset.drawn;
};

const rest = () => {
  root.removeAttribute("aria-busy");
  root.dataset.drawn = query(choice);
};

const failed = (error, again) => {
  console.warn(error);
  rest();
  const button = make("button", { type: "button", class: "button" }, say("compare.retry"));
  button.addEventListener("click", again);
  announce(`${say("compare.failed")} `, button);
};

const clear = (remarks) => {
  shown = null;
  document.title = called;
  place("shown").replaceChildren();
  place("after").hidden = true;
  announce(remarks.join(" "));
  rest();
};

const pieces = async () => {
  const needed = new Set(choice.i);
  const shared = list.indicators.some((each) => choice.i.includes(each.id) && each.per_head);
  if (choice.per && shared) needed.add(list.population.indicator);
  return new Map(await Promise.all([...needed].map(async (id) => [id, await source.series(id)])));
};

const unitsNote = (strands) => {
  const several = new Set(strands.map((each) => each.unit.id)).size > 1;
  return several && ["lines", "multiples"].includes(choice.as) ? [say("compare.units")] : [];
};

const lay = (found, remarks) => {
  const { strands } = found;
  const drawn = drawable(strands);
  const charts = draw[choice.as](drawn);
  const notes = [...unitsNote(drawn), ...found.notes, ...territoryNotes(strands, settings.territories)];
  const said = notes.length ? [make("ul", { class: "note compare__notes" }, ...notes.map((each) => make("li", {}, each)))] : [];
  const legend = make("p", { class: "marks" }, say("compare.legend"));
  place("shown").replaceChildren(...charts, ...said, ...tables(strands, words, root.dataset.pages), legend);
  place("sources").replaceChildren(...sourceLines(strands));
  place("after").hidden = false;
  const title = titleOf(strands, words);
  const citation = citationOf(title, strands, settings, words, address());
  document.getElementById("compare-citation").textContent = citation;
  document.title = `${title} - ${called}`; // the history of the browser names each choice
  shown = { strands, choice, notes, title, citation, address: address() };
  const what = charts.length ? say("compare.shown-charts", { n: charts.length }) : say("compare.shown-table");
  const counts = say("compare.shown", { indicators: choice.i.length, areas: choice.a.length, what });
  // Who hears the page is told at once what a single chart shows.
  const course = charts.length === 1 ? charts[0].querySelector("[data-course]").textContent : "";
  announce([counts, ...remarks].join(" "), make("span", { class: "unseen" }, ` ${course}`));
  rest();
};

const show = async (remarks = []) => {
  const mine = (turn += 1);
  work();
  const ready = choice.i.length > 0 && choice.a.length > 0;
  place("empty").hidden = ready;
  if (!ready) {
    clear(remarks);
    return;
  }
  announce(say("compare.loading"));
  let loaded;
  try {
    loaded = await pieces();
  } catch (error) {
    if (mine === turn) {
      clear([]);
      failed(error, () => show(remarks));
    }
    return;
  }
  if (mine === turn) lay(strandsOf(choice, list, loaded, words), remarks);
};

const changed = (change) => {
  choice = inOrder({ ...choice, ...change });
  form.mirror(choice);
  keep("pushState");
  show(choice.i.length >= most ? [say("compare.full", { n: most })] : []);
};

// ---- What readers do

const listen = () => {
  form.form.addEventListener("change", ({ target }) => {
    const { name, value } = target;
    if (name === "i" || name === "a") {
      const rest = choice[name].filter((id) => id !== value);
      changed({ [name]: target.checked ? [...rest, value] : rest });
    } else if (name === "per") changed({ per: target.checked });
    else if (name === "as") changed({ as: value });
    else if (name) changed({ [name]: value ? Number(value) : null });
  });

  form.form.addEventListener("click", ({ target }) => {
    const group = target.closest(".compare__group button");
    if (group) changed({ a: form.grouped(group, choice.a) });
    const button = target.closest("[data-drop]");
    if (!button) return;
    const key = button.dataset.drop;
    const at = choice[key].indexOf(button.value);
    changed({ [key]: choice[key].filter((id) => id !== button.value) });
    form.after(key, at);
  });

  form.form.addEventListener("reset", (event) => {
    event.preventDefault();
    changed(NOTHING);
    form.open(choice);
    form.after("i", 0);
  });

  form.form.addEventListener("submit", (event) => event.preventDefault());

  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-take]");
    if (button && shown) take(button.dataset.take, say("compare.file"), shown);
  });

  addEventListener("popstate", () => {
    if (location.search === query(choice)) return; // a jump within the page
    const remarks = fromAddress();
    form.mirror(choice);
    keep();
    show(remarks);
  });
};

const begin = async () => {
  root.hidden = false;
  document.querySelector("[data-static]").hidden = true;
  announce(say("compare.loading"));
  try {
    list = await source.list();
  } catch (error) {
    failed(error, begin);
    return;
  }
  form = formOf(root, list, words, most);
  const remarks = fromAddress();
  form.open(choice);
  // Who follows a link on a phone came for the chart.
  place("choice").open = !(choice.i.length && choice.a.length && matchMedia("(max-width: 40rem)").matches);
  form.mirror(choice);
  keep("replaceState");
  listen();
  await document.fonts.ready;
  show(remarks);
};

begin();
