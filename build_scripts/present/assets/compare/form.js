// The form: what can be picked, and what is picked.
import { spanOf } from "./choice.js";
import { make } from "./make.js";
import { folded } from "./words.js";

const lang = document.documentElement.lang;
const AREA_GROUPS = ["country", "region", "now", "former"];

const kindOf = (area) => {
  if (area.kind === "country" || area.kind === "region") return area.kind;
  return area.valid_to === null ? "now" : "former";
};

export const formOf = (root, list, { say, words }, most) => {
  const form = root.querySelector("form");
  const picks = Object.fromEntries([...root.querySelectorAll("[data-pick]")].map((fold) => [fold.dataset.pick, fold]));
  const { from, to, index, as, per } = form.elements;

  const groups = {
    i: list.themes.map((theme) => [theme.name[lang], list.indicators.filter((each) => each.theme === theme.id)]),
    a: AREA_GROUPS.map((name) => [say(`compare.group-${name}`), list.areas.filter((each) => kindOf(each) === name)]),
  };

  const line = (key, each) => {
    const box = make("input", { type: "checkbox", name: key, value: each.id });
    const none = make("small", { "data-none": "", hidden: "" }, `(${say("compare.no-data")})`);
    return make("label", {}, box, " ", make("span", {}, each.name[lang]), " ", none);
  };

  const wholeGroup = (name) => {
    const said = [make("span", { "data-group": "" }), make("span", { class: "unseen" }, ` (${name})`)];
    return make("p", { class: "compare__group" }, make("button", { type: "button", class: "button" }, ...said));
  };

  const boxesOf = (set) => [...set.querySelectorAll("input")];

  const fill = (key) => {
    const holder = picks[key].querySelector("[data-list]");
    const labels = [];
    for (const [name, inside] of groups[key].filter(([, each]) => each.length)) {
      const set = make("fieldset", {}, make("legend", {}, name));
      if (key === "a" && inside.length > 1) set.append(wholeGroup(name));
      for (const each of inside) {
        const label = line(key, each);
        labels.push([label, folded(`${each.name[lang]} ${name}`)]);
        set.append(label);
      }
      holder.append(set);
    }
    narrow(picks[key], holder, labels);
  };

  const narrow = (fold, holder, labels) => {
    const filter = fold.querySelector("input[type=search]");
    const found = fold.querySelector("[data-found]");
    filter.addEventListener("input", () => {
      const parts = folded(filter.value).split(/\s+/).filter(Boolean);
      let count = 0;
      for (const [label, text] of labels) {
        label.hidden = !parts.every((part) => text.includes(part));
        if (!label.hidden) count += 1;
      }
      for (const set of holder.querySelectorAll("fieldset")) set.hidden = !set.querySelector("label:not([hidden])");
      // Nobody chooses what the filter hides.
      for (const whole of holder.querySelectorAll(".compare__group")) whole.hidden = parts.length > 0;
      if (!parts.length) found.textContent = "";
      else found.textContent = count ? say("compare.found", { n: count }) : words["compare.found-none"];
    });
  };

  const nameOf = (key, id) => (key === "i" ? list.indicators : list.areas).find((each) => each.id === id).name[lang];

  const chip = (key, id) => {
    const name = nameOf(key, id);
    const unseen = make("span", { class: "unseen" }, say("compare.drop", { name }));
    const seen = make("span", { "aria-hidden": "true" }, `${name} ×`);
    return make("li", {}, make("button", { type: "button", class: "chip", "data-drop": key, value: id }, unseen, seen));
  };

  const options = (select, years, chosen) => {
    select.replaceChildren(select.options[0], ...years.map((year) => new Option(`${year}`, `${year}`)));
    select.value = chosen ? `${chosen}` : "";
  };

  // The years of what is chosen, the newest first; a year that is chosen is always among them.
  const yearsFor = (choice) => {
    const chosen = list.indicators.filter((each) => choice.i.includes(each.id));
    const [first, last] = spanOf(chosen.length ? chosen : list.indicators);
    const asked = [choice.from, choice.to, choice.index].filter(Boolean);
    const [low, high] = [Math.min(first, ...asked), Math.max(last, ...asked)];
    return Array.from({ length: Math.max(high - low + 1, 0) }, (_, step) => high - step);
  };

  const mirrorPicks = (key, choice) => {
    const full = key === "i" && choice.i.length >= most;
    const held = new Set(list.indicators.filter((each) => choice.i.includes(each.id)).flatMap((each) => each.areas));
    for (const box of picks[key].querySelectorAll("input[type=checkbox]")) {
      box.checked = choice[key].includes(box.value);
      box.disabled = full && !box.checked;
      if (key === "a") box.parentElement.querySelector("[data-none]").hidden = !choice.i.length || held.has(box.value);
    }
    for (const word of picks[key].querySelectorAll("[data-group]")) {
      const all = boxesOf(word.closest("fieldset")).every((box) => box.checked);
      word.textContent = words[all ? "compare.group-none" : "compare.group-all"];
    }
    const count = choice[key].length;
    const badge = picks[key].querySelector("[data-count]");
    badge.textContent = say("compare.count", { n: count });
    badge.hidden = !count;
    const chips = picks[key].nextElementSibling;
    chips.hidden = !count;
    chips.replaceChildren(...choice[key].map((id) => chip(key, id)));
  };

  fill("i");
  fill("a");

  return {
    form,
    shared: Boolean(per),
    mirror: (choice) => {
      mirrorPicks("i", choice);
      mirrorPicks("a", choice);
      const years = yearsFor(choice);
      options(from, years, choice.from);
      options(to, years, choice.to);
      options(index, years, choice.index);
      as.value = choice.as;
      if (!per) return;
      per.checked = choice.per;
      per.disabled = !choice.per && !list.indicators.some((each) => choice.i.includes(each.id) && each.per_head);
    },
    open: (choice) => {
      for (const [key, fold] of Object.entries(picks)) fold.open = choice[key].length === 0;
    },
    // What is chosen of the areas when the button of a group is pressed: all of it too, or none of it if it was all chosen.
    grouped: (button, chosen) => {
      const boxes = boxesOf(button.closest("fieldset"));
      const ids = boxes.map((box) => box.value);
      const rest = chosen.filter((id) => !ids.includes(id));
      return boxes.every((box) => box.checked) ? rest : [...chosen, ...ids.filter((id) => !chosen.includes(id))];
    },
    // Where the hand goes on when a chip has gone.
    after: (key, at) => {
      const left = picks[key].nextElementSibling.querySelectorAll("button");
      (left[Math.min(at, left.length - 1)] ?? picks[key].querySelector("summary")).focus();
    },
  };
};
