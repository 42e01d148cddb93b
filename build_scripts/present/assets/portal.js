// What the portal adds to its pages: charts that answer to a reader's hand, and folds opened for print.
(() => {
  "use strict";

  document.documentElement.classList.replace("no-js", "js");

  // Light or dark. scheme.js reads what is kept here before the next page is drawn.

  const schemes = [...document.querySelectorAll(".scheme button")];

  const wear = (chosen) => {
    const colour = {};
    for (const name of ["media", "scheme", "primary", "accent"]) {
      colour[name] = chosen.getAttribute(`data-md-color-${name}`);
      document.body.setAttribute(`data-md-color-${name}`, colour[name]);
    }
    for (const button of schemes) button.hidden = button === chosen;
    return colour;
  };

  if (schemes.length > 0) {
    const dark = document.body.hasAttribute("data-md-color-media")
      ? document.body.getAttribute("data-md-color-scheme") === "slate"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    wear(schemes.find((button) => (button.getAttribute("data-md-color-scheme") === "slate") === dark));
    for (const button of schemes) {
      button.addEventListener("click", () => {
        const colour = wear(button);
        try {
          localStorage.setItem("portal-scheme", JSON.stringify(colour));
        } catch {
          // Where nothing may be kept, the choice holds for this page.
        }
        schemes.find((other) => !other.hidden).focus();
      });
    }
  }

  // Charts.

  let library = null;

  // The charting library, fetched once, when first asked for.
  const vega = (address) => {
    library ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve(window.vegaEmbed);
      script.onerror = () => {
        library = null;
        script.remove();
        reject(new Error(address));
      };
      document.head.append(script);
    });
    return library;
  };

  // What the interactive views of a page need: where things are, and words.
  const needs = document.getElementById("live")?.dataset;

  // The page of charts that others may frame carries the specifications of them all, packed.
  const unpacked = async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const packed = Uint8Array.from(atob(page.body.dataset.charts), (sign) => sign.charCodeAt(0));
    const opened = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(opened).json();
  };

  const specification = async (name) => {
    const spec = (await unpacked(new URL(needs.embed, document.baseURI)))[name];
    if (typeof spec.width === "number") {
      spec.width = "container";
      spec.autosize = { type: "fit-x", contains: "padding" };
    }
    return spec;
  };

  const draw = async (button, place) => {
    const [embed, spec] = await Promise.all([
      vega(new URL(needs.vega, document.baseURI).href),
      specification(button.dataset.chart),
    ]);
    return embed(place, spec, {
      actions: false,
      ast: true, // read expressions, never evaluate them: the policy of the pages allows no other way
      mode: "vega-lite",
      renderer: "svg",
    });
  };

  const statusOf = (button) => {
    const found = button.parentElement.querySelector(".chart-status");
    if (found) return found;
    const status = document.createElement("span");
    status.className = "chart-status";
    status.setAttribute("role", "status");
    button.after(status);
    return status;
  };

  const showStill = (button, still, place) => {
    place.view.finalize();
    place.remove();
    still.removeAttribute("hidden"); // an svg has no `hidden` property
    button.textContent = button.dataset.label;
    statusOf(button).textContent = "";
  };

  const showLive = async (button, still) => {
    const place = document.createElement("div");
    place.className = "chart__live";
    const status = statusOf(button);
    button.setAttribute("aria-disabled", "true");
    status.textContent = needs.loading;
    still.after(place);
    try {
      place.view = (await draw(button, place)).view;
      still.setAttribute("hidden", "");
      button.dataset.label = button.textContent;
      button.textContent = needs.back;
      status.textContent = needs.shown;
    } catch (error) {
      place.remove();
      status.textContent = needs.failed;
      console.warn(error);
    }
    button.removeAttribute("aria-disabled");
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-chart]");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const figure = button.closest("figure");
    const live = figure.querySelector(".chart__live");
    const still = figure.querySelector(".chart__view > :not(.chart__live)");
    if (live) showStill(button, still, live);
    else showLive(button, still);
  });

  // Addresses that nobody could know when the page was made.

  for (const place of document.querySelectorAll("[data-address]")) {
    place.textContent = new URL(place.dataset.address, document.baseURI).href;
  }
  for (const twin of document.querySelectorAll("link[hreflang]")) twin.href = twin.href; // whole: readers of these want that

  // A text that can be taken along: button[data-copy="id of an element"], data-done says that it was.

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    statusOf(button).textContent = button.dataset.done ?? "";
  });

  // Paper shows what a screen folds away.

  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details:not([open])")) {
      fold.open = true;
      fold.dataset.printed = "";
    }
  });

  window.addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("details[data-printed]")) {
      fold.open = false;
      delete fold.dataset.printed;
    }
  });
})();
