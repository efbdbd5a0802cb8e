// The agenda by hand: phases dragged by their name, arrow keys on their buttons. Every change is the press of a button
// that is on the page without this script too.
"use strict";
(() => {
  const form = document.querySelector("[data-agenda]");
  if (!form) return;
  const lines = () => [...form.querySelectorAll("[data-line]")];
  const hint = form.querySelector("[data-drag]");
  if (hint) hint.textContent = hint.dataset.drag;
  let held = null;

  lines().forEach((line) => {
    const name = line.querySelector("h2");
    name.draggable = true;
    name.addEventListener("dragstart", (event) => {
      held = line;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", line.dataset.line);
    });
    name.addEventListener("dragend", () => { held = null; lines().forEach((one) => delete one.dataset.over); });
  });

  form.addEventListener("dragover", (event) => {
    const line = held && event.target.closest("[data-line]");
    if (!line) return;
    event.preventDefault();
    lines().forEach((one) => { if (one === line && one !== held) one.dataset.over = "1"; else delete one.dataset.over; });
  });

  form.addEventListener("drop", (event) => {
    const line = held && event.target.closest("[data-line]");
    if (!line || line === held) return;
    event.preventDefault();
    form.elements.moved.value = held.dataset.line;
    form.elements.to.value = lines().indexOf(line);
    form.requestSubmit(form.querySelector('[value="move"]'));
  });

  const WAYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "shorter", ArrowRight: "longer" };
  form.addEventListener("keydown", (event) => {
    const line = event.target.matches("[data-line] button") && event.target.closest("[data-line]");
    const way = line && !event.ctrlKey && !event.metaKey && !event.altKey && WAYS[event.key];
    const button = way && form.querySelector(`button[value="${way}:${CSS.escape(line.dataset.line)}"]:not(:disabled)`);
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
})();
