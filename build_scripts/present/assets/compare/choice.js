// What a reader has chosen, and how it stands in the address:
// ?i=indicators&a=areas&from=year&to=year&as=lines|bars|multiples|table&index=year&per=head

const VIEWS = ["lines", "bars", "multiples", "table"];
const LONGEST = 40;
const MANY = 5;

export const NOTHING = { i: [], a: [], from: null, to: null, as: "lines", index: null, per: false };

// Anybody can write an address: what is quoted from it is short, and has no letter that is not seen.
const tame = (text) => {
  const seen = [...text.replace(/\p{C}/gu, "")];
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST).join("")}…` : seen.join("");
};

const quoted = (odd) => [...odd.slice(0, MANY).map(tame), ...(odd.length > MANY ? ["…"] : [])];

export const spanOf = (indicators) => {
  const spans = indicators.filter((each) => each.years).map((each) => each.years);
  return spans.length ? [Math.min(...spans.map(([first]) => first)), Math.max(...spans.map(([, last]) => last))] : [1, 0];
};

export const inOrder = (choice) =>
  choice.from && choice.to && choice.from > choice.to ? { ...choice, from: choice.to, to: choice.from } : choice;

// The choice in an address; `odd` quotes what the portal does not have, `over` tells that it asks for too much at once.
export const choiceIn = (search, list, { most, shared }) => {
  const asked = new URLSearchParams(search);
  const [first, last] = spanOf(list.indicators);
  const odd = [];
  const ids = (key, every) => {
    const wanted = [...new Set(asked.getAll(key).join(",").split(",").filter(Boolean))];
    const there = new Set(every.map((each) => each.id));
    odd.push(...wanted.filter((id) => !there.has(id)));
    return wanted.filter((id) => there.has(id));
  };
  const known = (key, fits) => {
    const text = asked.get(key);
    if (!text || fits(text)) return text || null;
    odd.push(`${key}=${text}`);
    return null;
  };
  const year = (key) => {
    const text = known(key, (each) => /^\d{4}$/.test(each) && Number(each) >= first && Number(each) <= last);
    return text === null ? null : Number(text);
  };
  const i = ids("i", list.indicators);
  const choice = {
    i: i.slice(0, most),
    a: ids("a", list.areas),
    from: year("from"),
    to: year("to"),
    as: known("as", (each) => VIEWS.includes(each)) ?? NOTHING.as,
    index: year("index"),
    per: known("per", (each) => each === "head" && shared) !== null,
  };
  return { choice: inOrder(choice), odd: quoted(odd), over: i.length > most };
};

export const query = ({ i, a, from, to, as, index, per }) => {
  const said = { i: i.join(","), a: a.join(","), from, to, as: as === NOTHING.as ? null : as, index, per: per ? "head" : null };
  const parts = Object.entries(said).filter(([, value]) => value).map(([key, value]) => `${key}=${value}`);
  return parts.length ? `?${parts.join("&")}` : "";
};
