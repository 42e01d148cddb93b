// Light or dark as the reader chose it, put on before the page is drawn; portal.js keeps the choice.
(() => {
  "use strict";

  try {
    const kept = JSON.parse(localStorage.getItem("portal-scheme"));
    for (const name of ["media", "scheme", "primary", "accent"]) {
      if (typeof kept?.[name] === "string") document.body.setAttribute(`data-md-color-${name}`, kept[name]);
    }
  } catch {
    // Nothing kept, or nothing may be kept: the machine's own choice stands.
  }
})();
