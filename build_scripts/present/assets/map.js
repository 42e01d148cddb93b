// The map of an indicator: another period or other units, kept in the address (#map=2016&units=11).
// Every figure was written by the build, in the language of the page; nothing is counted or formatted here.
(() => {
  "use strict";

  const map = document.querySelector("[data-map]");
  if (!map) return;

  const figures = JSON.parse(map.querySelector("[data-figures]").textContent);
  const none = map.dataset.none;
  const choice = map.querySelector("[data-choice]");
  const period = choice.querySelector("[data-period]");
  const units = choice.querySelector("[data-units]");
  const when = map.querySelector("[data-when]");
  const sheets = new Map([...map.querySelectorAll("[data-sheet]")].map((each) => [each.dataset.sheet, each]));
  const shades = [...map.querySelectorAll(".shades > li")];

  const open = () => [...sheets].find(([, sheet]) => !sheet.hidden)[0];

  const shade = (unit, cell) => {
    const [value, step, mark] = cell === 0 ? [none, "none", ""] : cell;
    for (const kind of ["tile", "shape"]) {
      if (!unit.classList.contains(kind)) continue;
      for (const each of ["none", 1, 2, 3, 4, 5]) unit.classList.toggle(`${kind}--${each}`, each === step);
    }
    unit.querySelector("[data-value]").textContent = value;
    unit.querySelector("[data-mark]").textContent = mark;
  };

  // Periods in a list of the sheet's own; the one asked for, else the newest.
  const show = (key, wanted) => {
    const known = figures[key];
    const found = known.find(([id]) => id === wanted) ?? known[0];
    const [id, name, reaches, cells] = found;
    for (const [each, sheet] of sheets) sheet.hidden = each !== key;
    sheets.get(key).querySelectorAll("[data-unit]").forEach((unit, index) => shade(unit, cells[index]));
    shades.forEach((item, index) => {
      item.hidden = reaches[index] === "";
      item.querySelector("[data-reach]").textContent = reaches[index];
    });
    period.replaceChildren(...known.map(([each, text]) => new Option(text, each, each === id, each === id)));
    if (units) units.value = key;
    if (when.textContent !== name) when.textContent = name;
  };

  const keep = () => history.replaceState(null, "", `#map=${period.value}&units=${open()}`);

  const asked = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    if (!wanted.has("map")) return false;
    show(sheets.has(wanted.get("units")) ? wanted.get("units") : open(), wanted.get("map"));
    return true;
  };

  period.addEventListener("change", () => {
    show(open(), period.value);
    keep();
  });

  units?.addEventListener("change", () => {
    show(units.value, period.value);
    keep();
  });

  window.addEventListener("hashchange", asked);

  choice.hidden = false;
  if (asked()) map.scrollIntoView();
  else show(open(), figures[open()][0][0]);
})();
