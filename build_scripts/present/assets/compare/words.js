// Figures and sentences in the language of the page. Nothing here touches the page.

const lang = document.documentElement.lang;

export const writer = ({ words, periods, minus }) => {
  const say = (key, holes = {}) => words[key].replace(/\{([\w-]+)\}/g, (_, name) => holes[name]);

  const number = (value, least, most = least) =>
    new Intl.NumberFormat(lang, { minimumFractionDigits: least, maximumFractionDigits: most })
      .format(value)
      .replace("-", minus);

  const withUnit = (written, unit) => {
    const symbol = unit.symbol[lang];
    return symbol ? `${written}${unit.join ? "" : "\u00a0"}${symbol}` : written;
  };

  // As a table shows it: a figure as published keeps its own places, up to those of the indicator.
  const bare = (point, unit) => {
    if (point.value !== null) {
      const own = point.text === null ? unit.decimals : Math.min(point.text.split(".")[1]?.length ?? 0, unit.decimals);
      const written = number(point.text ?? point.value, own);
      return point.operator === "~" ? say("operator.about", { figure: written }) : written;
    }
    return bound(point, (figure) => figure);
  };

  const bound = (point, dressed) => {
    const plain = (value) => number(value, 0, 3);
    if (point.operator === "range") return dressed(`${plain(point.low)}–${plain(point.high)}`);
    const known = point.low ?? point.high;
    const words_ = { ">=": "at-least", ">": "above", "<=": "at-most", "<": "below" };
    return known === null ? "" : say(`operator.${words_[point.operator]}`, { figure: dressed(plain(known)) });
  };

  const full = (point, unit) =>
    point.value === null ? bound(point, (figure) => withUnit(figure, unit)) : withUnit(bare(point, unit), unit);

  const period = (point) => (point.kind === "year" ? point.period : periods[point.period]);
  const when = (point) => say(`chart.when.${point.kind}`, { period: period(point) });
  const state = (point) =>
    hollow(point) ? say("chart.with-status", { when: when(point), status: words[`status.${point.status}`] }) : when(point);

  const listed = (names) =>
    names.length < 2 ? names.join("") : say("list.and", { first: names.slice(0, -1).join(", "), last: names.at(-1) });

  return { say, words, number, withUnit, bare, full, period, when, state, listed };
};

export const hollow = (point) => point.status === "preliminary" || point.status === "estimate";

// Without accents, `d` for `đ`, small letters.
export const folded = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();

// Which of the two languages a title is in, told by its letters; `null` where they do not tell.
export const tongue = (text) => {
  if (/[\u0300-\u0303\u0306\u0309\u031b\u0323đĐ]/u.test(text.normalize("NFD"))) return "vi";
  return /[A-Za-z]{3}/.test(text) ? "en" : null;
};
