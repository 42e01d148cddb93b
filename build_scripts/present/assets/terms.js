// Links behind glossary terms become buttons that open the explanation on the page; Escape closes it.
(() => {
  "use strict";

  if (!("popover" in HTMLElement.prototype)) return; // the links lead to the glossary

  for (const link of document.querySelectorAll("a.term")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "term";
    button.setAttribute("popovertarget", link.dataset.term);
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-label", link.getAttribute("aria-label"));
    // What is read next is the explanation; Escape brings the reader back to the button.
    document.getElementById(link.dataset.term).setAttribute("autofocus", "");
    link.replaceWith(button);
  }
})();
