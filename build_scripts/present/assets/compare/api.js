// Pieces of the API, each fetched once.

export const api = (root) => {
  const kept = new Map();
  const piece = (path) => {
    if (!kept.has(path)) {
      const asked = fetch(new URL(path, root)).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${path}`);
        return answer.json();
      });
      asked.catch(() => kept.delete(path));
      kept.set(path, asked);
    }
    return kept.get(path);
  };
  return {
    list: async () => {
      const [{ indicators, themes, population }, { areas }] = await Promise.all([
        piece("indicators.json"),
        piece("areas.json"),
      ]);
      return { indicators, themes, population, areas };
    },
    series: (id) => piece(`series/${id}.json`),
  };
};
