"use strict";
// Adds filtering to the ledger and marks all parts of a statement that a link leads to. The page is whole without it.
(() => {
  const entries = [...document.querySelectorAll(".entries > li")];
  const days = [...document.querySelectorAll(".day")];
  const words = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const field = (id, text, control) => {
    control.id = id;
    return element("div", { className: "field" }, element("label", { htmlFor: id, textContent: text }), control);
  };

  const choice = (all, options) => {
    const control = element("select", {}, new Option(all, ""));
    for (const [value, text] of options) control.append(new Option(text, value));
    return control;
  };

  const outlets = new Map();
  for (const entry of entries) {
    const outlet = entry.querySelector(".outlet");
    if (outlet) outlets.set(entry.dataset.outlet, outlet.textContent);
  }
  const speakers = [...document.querySelectorAll("#speakers details")].map((details) => [
    details.dataset.speaker,
    [...details.querySelectorAll("summary > .name, summary > .tag")].map((part) => part.textContent).join(", "),
  ]);

  const speaker = choice("all speakers", speakers);
  const outlet = choice("all outlets", [...outlets].sort((a, b) => a[0] - b[0]));
  const text = element("input", { type: "search", autocomplete: "off" });
  const reset = element("button", { type: "button", textContent: "Show all" });
  const shown = element("output");

  const matches = (entry, parts) =>
    (!speaker.value || entry.dataset.speaker === speaker.value) &&
    (!outlet.value || entry.dataset.outlet === outlet.value) &&
    parts.every((part) => words.get(entry).includes(part));

  const apply = () => {
    const parts = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const entry of entries) {
      entry.hidden = !matches(entry, parts);
      if (!entry.hidden) count += 1;
    }
    for (const day of days) day.hidden = !day.querySelector(".entries > li:not([hidden])");
    shown.textContent = `${count} of ${entries.length} statements shown`;
  };

  const showAll = () => {
    speaker.value = outlet.value = text.value = "";
    apply();
  };

  // A link to an entry that the filter hides lifts the filter.
  const follow = () => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    const folded = target.closest("details:not([open])");
    if (folded) {
      for (let list = folded; list; list = list.parentElement.closest("details")) list.open = true;
      target.scrollIntoView();
    }
    if (target.closest("[hidden]")) {
      showAll();
      target.scrollIntoView();
    }
    if (!target.matches(".ref, .at")) return;
    const words = target.matches(".at") ? `[data-e~="${target.id.slice(2)}"]` : `[data-s~="${target.id.slice(1)}"]`;
    for (const part of document.querySelectorAll(words)) part.classList.add("lit");
  };

  if (entries.length) {
    const form = element(
      "form", {},
      field("by-speaker", "Speaker", speaker), field("by-outlet", "Outlet", outlet), field("by-text", "Words", text),
      reset, shown);
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "Filter the statements");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", apply);
    reset.addEventListener("click", showAll);
    document.getElementById("filter").append(form);
    apply();
  }
  // Paper cannot open a closed list.
  const closed = [];
  addEventListener("beforeprint", () => {
    for (const list of document.querySelectorAll("details:not([open])")) {
      closed.push(list);
      list.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const list of closed.splice(0)) list.open = false;
  });

  addEventListener("hashchange", follow);
  follow();
})();
