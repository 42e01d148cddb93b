// The board of targets: narrowed and ordered by what stands in its rows; the choice is in the address.
(() => {
  "use strict";

  const form = document.querySelector("form[data-board]");
  const board = form && document.getElementById(form.dataset.board);
  if (!board) return;

  const rows = [...board.querySelectorAll(".board > li")];
  const homes = new Map(rows.map((row) => [row, row.parentElement]));
  const count = form.querySelector("[data-count]");
  const selects = [...form.querySelectorAll("select")];
  const collator = new Intl.Collator(document.documentElement.lang);
  const all = document.createElement("ul");
  all.className = "board";
  all.hidden = true;
  board.prepend(all);

  const nameOf = (row) => row.querySelector(".board__name").textContent.trim();
  const orders = {
    status: (one, other) => one.dataset.order - other.dataset.order,
    year: (one, other) => (one.dataset.year || "9999") - (other.dataset.year || "9999"),
    name: (one, other) => collator.compare(nameOf(one), nameOf(other)),
  };

  const show = () => {
    const chosen = Object.fromEntries(selects.map((each) => [each.name, each.value]));
    const order = orders[chosen.sort];
    let shown = 0;
    for (const row of rows) {
      const kept = selects.every((each) => each.name === "sort" || !each.value || row.dataset[each.name] === each.value);
      row.hidden = !kept;
      if (kept) shown += 1;
    }
    const placed = order ? [...rows].sort((one, other) => order(one, other) || rows.indexOf(one) - rows.indexOf(other)) : rows;
    for (const row of placed) (order ? all : homes.get(row)).append(row);
    all.hidden = !order;
    for (const section of board.querySelectorAll("section")) {
      section.hidden = Boolean(order) || !section.querySelector(".board > li:not([hidden])");
    }
    const narrowed = Boolean(order) || shown < rows.length;
    for (const fold of board.querySelectorAll("section > details")) {
      if (narrowed) fold.open = true;
    }
    const said = [count.dataset.count.replace("{n}", shown).replace("{all}", rows.length)];
    if (order) said.push(`${form.sort.labels[0].firstChild.data.trim()} ${form.sort.selectedOptions[0].text}`);
    count.textContent = said.join(" · ");
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const each of selects) {
      const value = asked.get(each.name) ?? "";
      each.value = [...each.options].some((option) => option.value === value) ? value : "";
    }
  };

  const keep = () => {
    const chosen = new URLSearchParams(selects.filter((each) => each.value).map((each) => [each.name, each.value]));
    history.replaceState(null, "", `${location.pathname}${chosen.size ? `?${chosen}` : ""}${location.hash}`);
  };

  form.addEventListener("change", () => {
    keep();
    show();
  });
  form.addEventListener("reset", () => setTimeout(() => {
    keep();
    show();
  }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-print]").addEventListener("click", () => window.print());
  form.hidden = false;
  // A link to a group opens it.
  const arrive = () => {
    const fold = document.getElementById(location.hash.slice(1))?.closest("section")?.querySelector("details");
    if (fold) fold.open = true;
  };

  addEventListener("hashchange", arrive);
  read();
  show();
  arrive();
})();
