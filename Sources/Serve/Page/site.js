"use strict";
// Comfort only: every page works without this file.
(() => {
  const bar = document.querySelector("[data-stepper]");
  if (!bar) return;
  const anchors = [...document.querySelectorAll(".text .at[id]")];
  const output = bar.querySelector("output");
  const copy = bar.querySelector("[data-copy]");
  const cite = bar.querySelector("[data-cite]");
  const copyCitation = bar.querySelector("[data-copy-citation]");
  const names = { s: "statement", w: "warning", p: "position", e: "event", c: "claim" };
  let place = -1;
  if (anchors.length === 0) return;
  bar.hidden = false;

  function show(next, moves) {
    anchors.forEach((anchor) => anchor.classList.remove("step-here"));
    place = (next + anchors.length) % anchors.length;
    const anchor = anchors[place];
    anchor.classList.add("step-here");
    const name = names[anchor.id[0]] || "finding";
    output.textContent = `${place + 1} of ${anchors.length}: ${name}`;
    copy.hidden = !navigator.clipboard;
    cite.href = `/entries/${anchor.id}/citation`;
    copyCitation.dataset.copyCitation = `/entries/${anchor.id}.txt`;
    if (!moves) return;
    history.replaceState(null, "", "#" + anchor.id);
    anchor.scrollIntoView({ block: "center" });
  }

  function step(by) {
    show(place < 0 ? (by > 0 ? 0 : -1) : place + by, true);
  }

  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.step) step(Number(button.dataset.step));
    else if (button === copy) navigator.clipboard.writeText(location.href).then(() => { output.textContent = "Copied"; });
  });

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });

  function follow() {
    const found = anchors.findIndex((anchor) => anchor.id === location.hash.slice(1));
    if (found >= 0) show(found, false);
  }
  addEventListener("hashchange", follow);
  follow();
})();
(() => {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input, select, textarea")) return;
    event.preventDefault();
    document.getElementById("q").focus();
  });
})();
(() => {
  if (!navigator.clipboard) return;
  // What a button copies: the text of an element of this page, or what an address of ours gives.
  async function words(button) {
    if (button.dataset.copyOf) return document.getElementById(button.dataset.copyOf).textContent;
    const answer = await fetch(button.dataset.copyCitation);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.text();
  }
  for (const button of document.querySelectorAll("[data-copy-of], [data-copy-citation]")) {
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(await words(button));
        button.textContent = "Copied";
      } catch {
        button.textContent = "Could not be copied; follow the link";
      }
      setTimeout(() => { button.textContent = name; }, 2000);
    });
  }
})();
