// The search page: its index of every page, narrowed by filters and ranked by what is typed; below it what the text of
// the pages holds (Pagefind, fetched when first asked for). The question is in the address. Works from a folder too,
// without the text.
(() => {
  "use strict";

  const form = document.querySelector("form[data-search]");
  if (!form) return;

  const say = form.dataset;
  const input = form.elements.q;
  const selects = [...form.querySelectorAll("select")];
  const index = document.querySelector("[data-index]");
  const count = document.querySelector("[data-count]");
  const found = document.querySelector("[data-results]");
  const deeper = document.querySelector("[data-deeper]");
  const nothing = document.querySelector("section[data-none]");
  const more = found.querySelector("[data-more]");
  const chosen = form.querySelector("[data-chosen]");
  const STEP = 20; // results shown at a time
  const FEW = 5; // where fewer pages hold every word, those that hold most words follow
  const DEEP = 8; // pages shown of those that only speak of it in their text
  const number = new Intl.NumberFormat(document.documentElement.lang);

  // Words.

  // As `folded` in build_scripts/model/entry.py.
  const fold = (text) =>
    text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "").replace(/y(?![\p{L}\p{N}])/gu, "i");
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  const idle = say.stop.split("|").map((phrase) => wordsOf(phrase).join(" "));

  // What is asked, without the words that ask.
  const asked = (text) => {
    let left = ` ${wordsOf(text).join(" ")} `;
    for (const phrase of idle) left = left.replaceAll(` ${phrase} `, " ");
    const kept = left.trim() ? left.trim().split(" ") : wordsOf(text);
    return [...new Set(kept)].slice(0, 12);
  };

  const isYear = (word) => /^(19|20)\d\d$/.test(word);

  // The fewest letters to add, drop, change or swap to make one word of another, at most `most` (else more than that).
  const apart = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let older = [];
    let above = Array.from({ length: other.length + 1 }, (_, column) => column);
    for (let row = 1; row <= one.length; row += 1) {
      const here = [row];
      for (let column = 1; column <= other.length; column += 1) {
        const same = one[row - 1] === other[column - 1];
        let least = Math.min(above[column] + 1, here[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
        const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
        if (swapped) least = Math.min(least, older[column - 2] + 1);
        here.push(least);
      }
      if (Math.min(...here) > most) return most + 1;
      older = above;
      above = here;
    }
    return above[other.length];
  };

  const slack = (word) => (word.length > 7 ? 2 : 1);

  // The index.

  const WEIGHTS = { title: 10, names: 7, more: 3, fact: 2 };
  const SHORT = 9;
  const KINDS = { area: 6, target: 5, indicator: 5, page: 4, document: 3, term: 3, dataset: 1 };

  const text = (node, selector) => node.querySelector(selector)?.textContent ?? "";
  const optionsOf = (name) => [...(form.elements[name]?.options ?? [])].slice(1);
  const labels = Object.fromEntries(
    selects.map((each) => [each.name, new Map(optionsOf(each.name).map((option) => [option.value, option.textContent]))]),
  );
  const areaIds = optionsOf("area").map((option) => option.value);

  const entries = [...index.querySelectorAll("li")].map((node, place) => {
    const link = node.querySelector("a");
    const section = node.closest("section");
    const names = node.dataset.names?.split("|") ?? [];
    const plain = link.textContent.replace(/\s*\([^)]*\)\s*$/u, "");
    return {
      node,
      place,
      section,
      address: link.getAttribute("href").replace(/^\.\.\//, "").replace(/index\.html(?=$|[?#])/, ""),
      title: link.textContent,
      names,
      kind: section.dataset.kind,
      group: node.dataset.group ?? "",
      status: node.dataset.status ?? "",
      area: (node.dataset.area?.split(" ") ?? []).map((each) => areaIds[Number(each)]),
      shorts: new Set((node.dataset.shorts ?? "").split(" ").flatMap(wordsOf)),
      words: { title: wordsOf(link.textContent), names: names.flatMap(wordsOf), fact: wordsOf(text(node, "p")), more: [] },
      called: [...new Set([link.textContent, plain, ...names].map((each) => wordsOf(each).join(" ")))],
    };
  });
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));

  // In how many entries each word stands: the rarer, the more it says.
  const spread = new Map();
  for (const entry of entries) {
    const areas = entry.kind === "area" ? [] : entry.area.map((id) => byAddress.get(`areas/${id}/`)).filter(Boolean);
    entry.words.more = [
      ...wordsOf(text(entry.section, "h3")),
      ...wordsOf(labels.group?.get(entry.group) ?? ""),
      ...wordsOf(labels.status?.get(entry.status) ?? ""),
      ...areas.flatMap((area) => [...area.words.title, ...area.words.names, ...area.shorts]),
    ];
    const all = new Set([...Object.values(entry.words).flat(), ...entry.shorts]);
    for (const word of all) spread.set(word, (spread.get(word) ?? 0) + 1);
  }

  // Ranking.

  // The words of the index that a typed word may mean, each with how well it fits (0 to 1).
  const meant = (word, loose) => {
    const fits = new Map();
    for (const each of spread.keys()) {
      if (each === word) fits.set(each, 1);
      else if (each.startsWith(word)) fits.set(each, 0.55 + (0.35 * word.length) / each.length);
      else if (word === `${each}s` && each.length > 2) fits.set(each, 0.9); // the plural of an English word
    }
    if (!loose && fits.size > 0) return { fits, exact: true };
    for (const each of spread.keys()) {
      if (fits.has(each) || isYear(word)) continue;
      const steps = word.length > 1 ? apart(word, each, slack(word)) : 9;
      if (steps <= slack(word)) fits.set(each, (each[0] === word[0] ? 0.55 : 0.4) / steps);
      else if (word.length > 3 && apart(word, each.slice(0, word.length), 1) <= 1) fits.set(each, 0.3);
    }
    return { fits, exact: false };
  };

  // Two typed words that are one in the index, one that is several there: "ha noi" and "hanoi" are the same place.
  const together = (words, word) => {
    for (let start = 0; start < words.length; start += 1) {
      let run = "";
      for (let end = start; end < words.length && run.length < word.length; end += 1) run += words[end];
      if (run.startsWith(word) && words[start].length < word.length) return true;
    }
    return false;
  };

  const fitOf = (entry, term) => {
    let best = 0;
    for (const [field, weight] of Object.entries(WEIGHTS)) {
      for (const word of entry.words[field]) best = Math.max(best, weight * (term.fits.get(word) ?? 0));
    }
    if (entry.shorts.has(term.word)) best = Math.max(best, SHORT);
    for (const pair of term.pairs) {
      if (entry.words.title.includes(pair)) best = Math.max(best, WEIGHTS.title);
      else if (entry.words.more.includes(pair)) best = Math.max(best, WEIGHTS.more);
    }
    if (best < WEIGHTS.names && term.word.length > 3) {
      if (together(entry.words.title, term.word)) return 0.8 * WEIGHTS.title;
      if (together(entry.words.names, term.word)) return 0.8 * WEIGHTS.names;
      if (best === 0 && together(entry.words.more, term.word)) return 0.8 * WEIGHTS.more;
    }
    return best;
  };

  // How well the words stand together: the whole name, its beginning, a part of it; else words side by side.
  const nearness = (entry, terms) => {
    const phrase = terms.map((term) => term.word).join(" ");
    const title = ` ${entry.words.title.join(" ")} `;
    let bonus = entry.called.includes(phrase) ? 60 : 0;
    if (terms.length === 1 && entry.shorts.has(phrase)) bonus = Math.max(bonus, 40);
    if (title.startsWith(` ${phrase}`)) bonus += 20;
    else if (title.includes(` ${phrase}`)) bonus += 12;
    else if (entry.called.some((name) => ` ${name} `.includes(` ${phrase}`))) bonus += 8;
    const fits = (term, word) => word !== undefined && (term.fits.get(word) ?? 0) > 0;
    for (let each = 1; each < terms.length; each += 1) {
      const side = entry.words.title.some(
        (word, place) => fits(terms[each - 1], word) && fits(terms[each], entry.words.title[place + 1]),
      );
      if (side) bonus += 6;
    }
    return bonus;
  };

  const termsOf = (words, loose) =>
    words.map((word, place) => {
      const pairs = [`${words[place - 1] ?? "?"}${word}`, `${word}${words[place + 1] ?? "?"}`];
      const { fits, exact } = meant(word, loose);
      const known = [...fits.keys()].reduce((most, each) => Math.max(most, spread.get(each)), 0);
      return {
        word,
        fits,
        exact,
        pairs: pairs.filter((each) => spread.has(each)),
        weight: Math.log(1 + entries.length / Math.max(known, 1)),
        asked: !isYear(word),
      };
    });

  const holds = (entry, word) => Object.values(entry.words).some((words) => words.some((each) => each.startsWith(word)));

  // Entries that hold at least `share` of what is asked, and of several words one as it is typed; the best first.
  const rank = (terms, share) => {
    const whole = terms.reduce((sum, term) => sum + (term.asked ? term.weight : 0), 0);
    const ranked = [];
    for (const entry of entries) {
      let held = 0;
      let score = 0;
      for (const term of terms) {
        const fit = fitOf(entry, term);
        score += term.weight * fit;
        if (fit > 0 && term.asked) held += term.weight;
      }
      const sure = terms.length === 1 || terms.some((term) => term.asked && (term.pairs.length > 0 || holds(entry, term.word)));
      if (score > 0 && sure && held >= share * whole - 1e-9) {
        const idleWords = entry.words.title.filter((word) => !terms.some((term) => term.fits.has(word))).length;
        ranked.push({ entry, score: score + nearness(entry, terms) + KINDS[entry.kind] - Math.min(idleWords, 8) });
      }
    }
    ranked.sort((one, other) => other.score - one.score || one.entry.place - other.entry.place);
    return ranked.map((each) => each.entry);
  };

  // Entries whose whole name is a letter or two away from what is typed, the nearest first: each word of a slip may be
  // a word of its own ("tai binh").
  const alike = (phrase) => {
    const most = phrase.length < 5 ? 0 : phrase.length < 8 ? 1 : 2;
    return entries
      .map((entry) => ({ entry, steps: Math.min(...entry.called.map((name) => apart(phrase, name, most))) }))
      .filter(({ steps }) => steps <= most)
      .sort((one, other) => one.steps - other.steps || one.entry.place - other.entry.place);
  };

  // Everything asked as it is typed; else nearly so; else most of it.
  const byWords = (words) => {
    const strict = termsOf(words, false);
    let results = rank(strict, 1);
    const typo = strict.some((term) => !term.exact && term.pairs.length === 0 && !joined(term, results));
    if (results.length > 0) {
      const rest = results.length < FEW && words.length > 1 ? rank(strict, 0.6).filter((each) => !results.includes(each)) : [];
      return { terms: strict, results: [...results, ...rest], how: typo ? "near" : "found" };
    }
    const known = strict.filter((term) => term.exact).length;
    results = rank(strict, 0.6);
    if (known > 1 && results.length > 0) return { terms: strict, results, how: "partly" };
    const loose = termsOf(words, true);
    const near = rank(loose, 1);
    if (near.length > 0) return { terms: loose, results: near, how: "near" };
    return { terms: loose, results: results.length > 0 ? results : rank(loose, 0.6), how: "partly" };
  };

  const answer = (question) => {
    const words = asked(question);
    if (words.length === 0) return { terms: [], results: entries, how: "listed" };
    const found = byWords(words);
    const phrase = wordsOf(question).join(" ");
    const names = alike(phrase);
    if (names.length === 0) return found;
    const meantFor = names.filter(({ steps }) => steps < 2 || found.how !== "found").map(({ entry }) => entry);
    const same = names[0].steps === 0;
    const first = same ? meantFor.filter((entry) => entry.called.includes(phrase)) : meantFor;
    const how = same ? "found" : found.how === "found" ? "found" : "near";
    return { ...found, results: [...new Set([...first, ...found.results])], how };
  };

  const joined = (term, results) => results.length > 0 && together([...results[0].words.title, ...results[0].words.names], term.word);

  // Filters.

  const chosenNow = () => Object.fromEntries(selects.map((each) => [each.name, each.value]));
  const passes = (entry, choice, but = "") =>
    selects.every(({ name }) => {
      if (name === but || !choice[name]) return true;
      return name === "area" ? entry.area.includes(choice.area) : entry[name] === choice[name];
    });

  const recount = (results, choice) => {
    for (const select of selects) {
      const held = new Map();
      for (const entry of results) {
        if (!passes(entry, choice, select.name)) continue;
        for (const value of [entry[select.name]].flat()) held.set(value, (held.get(value) ?? 0) + 1);
      }
      for (const option of optionsOf(select.name)) {
        const here = held.get(option.value) ?? 0;
        option.textContent = `${labels[select.name].get(option.value)} (${number.format(here)})`;
        option.disabled = here === 0 && !option.selected;
      }
    }
    const names = selects.filter((each) => each.value).map((each) => labels[each.name].get(each.value));
    if (chosen) chosen.textContent = names.length > 0 ? `– ${names.join(", ")}` : "";
  };

  // What is shown.

  const marked = (node, terms) => {
    // A guess is marked in the name only: in a sentence too many words look alike.
    const hits = (word, named) =>
      terms.some((term) => {
        if (term.word.length < 2) return false;
        return named || term.exact ? term.fits.has(word) || term.pairs.includes(word) : word === term.word;
      });
    let any = false;
    for (const place of node.querySelectorAll("a, p")) {
      const parts = place.textContent.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, number) => {
        if (number % 2 === 0 || !hits(fold(part), place.localName === "a")) return part;
        any = true;
        const mark = document.createElement("mark");
        mark.textContent = part;
        return mark;
      });
      place.replaceChildren(...parts);
    }
    return any;
  };

  const shownAs = (entry, terms) => {
    const node = entry.node.cloneNode(true);
    for (const name of Object.keys(node.dataset)) delete node.dataset[name];
    node.hidden = false;
    const any = marked(node, terms);
    if (!any && entry.names.length > 0) {
      const also = document.createElement("p");
      also.textContent = `${say.also} ${entry.names.join("; ")}`;
      node.append(also);
      marked(node, terms);
    }
    const kind = document.createElement("span");
    kind.className = "search__kind";
    kind.textContent = labels.kind?.get(entry.kind) ?? text(entry.section, "h3");
    node.prepend(kind);
    return node;
  };

  const written = (template, results, question) =>
    template.replace("{n}", number.format(results)).replace("{q}", () => question.trim());

  let room = STEP;
  let turn = 0;

  const showIndex = (choice) => {
    let listed = 0;
    for (const entry of entries) {
      entry.node.hidden = !passes(entry, choice);
      if (!entry.node.hidden) listed += 1;
    }
    for (const section of index.querySelectorAll("section")) section.hidden = !section.querySelector("li:not([hidden])");
    count.textContent = selects.some((each) => each.value) ? written(say.listed, listed, "") : "";
    return listed;
  };

  const show = () => {
    const question = input.value;
    const choice = chosenNow();
    const { terms, results, how } = answer(question);
    const kept = results.filter((entry) => passes(entry, choice));
    turn += 1;
    recount(results, choice);
    index.hidden = how !== "listed";
    found.hidden = deeper.hidden = nothing.hidden = true;
    if (how === "listed") {
      showIndex(choice);
      return;
    }
    const shown = kept.slice(0, how === "found" ? room : room - STEP + FEW); // of guesses the best only
    found.querySelector("ol").replaceChildren(...shown.map((entry) => shownAs(entry, terms)));
    found.hidden = kept.length === 0;
    more.hidden = kept.length <= shown.length;
    more.textContent = written(say.more, Math.min(STEP, kept.length - shown.length), "");
    if (kept.length > 0) {
      const form_ = how === "found" && kept.length === 1 ? say.foundOne : say[how];
      count.textContent = written(form_, kept.length, question);
    }
    dig(question, terms, choice, new Set(shown), turn);
  };

  // The text of the pages.

  let fulltext = null;

  const library = () => {
    fulltext ??= import(new URL(say.fulltext, document.baseURI).href).catch((error) => {
      fulltext = null;
      throw error;
    });
    return fulltext;
  };

  // Pages that hold the words side by side in their text, else anywhere in it unless a great many do; none where the
  // text cannot be had (from a folder, in an old browser).
  const textual = async (question, terms) => {
    const likely = terms.map((term) => {
      if (term.exact) return term.word;
      return [...term.fits].sort((one, other) => other[1] - one[1])[0]?.[0] ?? term.word;
    });
    try {
      const pagefind = await library();
      const phrase = terms.every((term) => term.exact) ? wordsOf(question) : likely;
      let { results } = phrase.length > 1 ? await pagefind.search(`"${phrase.join(" ")}"`) : { results: [] };
      if (results.length === 0) ({ results } = await pagefind.search(likely.join(" ")));
      if (likely.length > 1 && results.length > entries.length / 3) return [];
      const pages = await Promise.all(results.slice(0, 3 * DEEP).map((each) => each.data()));
      return pages.map((page) => byAddress.get(page.raw_url.replace(/^\/\w+\//, ""))).filter(Boolean);
    } catch (error) {
      console.info(`${error}`);
      return [];
    }
  };

  const dig = async (question, terms, choice, shown, mine) => {
    if (shown.size === 0) count.textContent = say.loading;
    await new Promise((resolve) => setTimeout(resolve, 250));
    if (mine !== turn) return;
    const pages = (await textual(question, terms)).filter((entry) => !shown.has(entry) && passes(entry, choice)).slice(0, DEEP);
    if (mine !== turn) return;
    deeper.querySelector("ol").replaceChildren(...pages.map((entry) => shownAs(entry, terms)));
    deeper.hidden = pages.length === 0;
    if (shown.size > 0) return;
    const template = pages.length === 1 ? say.foundOne : pages.length > 0 ? say.found : say.none;
    count.textContent = written(template, pages.length, question);
    nothing.hidden = pages.length > 0;
    const narrowed = nothing.querySelector("[data-none-filter]");
    if (narrowed) narrowed.hidden = !selects.some((each) => each.value);
  };

  // The address.

  const read = () => {
    const wanted = new URLSearchParams(location.search);
    input.value = wanted.get("q") ?? "";
    for (const each of selects) {
      const value = wanted.get(each.name) ?? "";
      each.value = labels[each.name].has(value) ? value : "";
    }
    const filters = form.querySelector("[data-filters]");
    if (filters && selects.some((each) => each.value)) filters.open = true;
  };

  const keep = (how) => {
    const wanted = new URLSearchParams();
    if (input.value.trim()) wanted.set("q", input.value.trim());
    for (const each of selects) if (each.value) wanted.set(each.name, each.value);
    const address = `${location.pathname}${wanted.size > 0 ? `?${wanted}` : ""}`;
    if (address === location.pathname + location.search) return;
    history[how](null, "", address);
    follow();
  };

  // The other language is asked the same.
  const follow = () => {
    for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
  };

  // Hands.

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      room = STEP;
      keep("replaceState");
      show();
    }, 120);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    keep("pushState");
    show();
  });

  for (const each of selects) {
    each.addEventListener("change", () => {
      room = STEP;
      keep("pushState");
      show();
    });
  }

  for (const button of document.querySelectorAll("[data-reset]")) {
    button.addEventListener("click", () => {
      for (const each of selects) each.value = "";
      keep("pushState");
      show();
      input.focus();
    });
  }

  more.addEventListener("click", () => {
    const next = found.querySelectorAll("li").length;
    room += STEP;
    show();
    found.querySelectorAll("li")[next]?.querySelector("a").focus();
  });

  // Up and down go through the results, Escape goes back to the question.
  document.addEventListener("keydown", (event) => {
    const links = [...document.querySelectorAll(".search__results:not([hidden]) li a")];
    const here = links.indexOf(document.activeElement);
    if (document.activeElement !== input && here < 0) return;
    if (event.key === "ArrowDown" && links.length > here + 1) links[here + 1].focus();
    else if (event.key === "ArrowUp" && here > 0) links[here - 1].focus();
    else if ((event.key === "ArrowUp" && here === 0) || (event.key === "Escape" && here >= 0)) input.focus();
    else return;
    event.preventDefault();
  });

  window.addEventListener("popstate", () => {
    read();
    follow();
    show();
  });

  for (const fold of form.querySelectorAll("[data-filters]")) fold.hidden = false;
  read();
  follow();
  show();
  if (input.value === "" && location.hash === "") input.focus({ preventScroll: true });
})();
