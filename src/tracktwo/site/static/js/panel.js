// A panel gets new words, and whoever reads it keeps the focus, the folds, the choice and the place on the page.
"use strict";
(() => {
  const placeOf = (element, node) => {
    if (!node || node === element || !element.contains(node)) return null;
    if (node.id) return "#" + CSS.escape(node.id);
    const same = node.tagName.toLowerCase();
    return [same, [...element.querySelectorAll(same)].indexOf(node)];
  };
  const find = (element, place) => Array.isArray(place)
    ? element.querySelectorAll(place[0])[place[1]] : place && element.querySelector(place);

  const change = (element, html) => {
    const focus = placeOf(element, document.activeElement);
    const folds = [...element.querySelectorAll("details")].map((each) => [placeOf(element, each), each.open]);
    const chosen = [...element.querySelectorAll("input[type=radio][data-touched]:checked")].map((each) => each.id);
    const [top, left, x, y] = [element.scrollTop, element.scrollLeft, window.scrollX, window.scrollY];
    element.innerHTML = html;
    folds.forEach(([place, open]) => { const found = find(element, place); if (found) found.open = open; });
    chosen.forEach((id) => {
      const found = id && element.querySelector("#" + CSS.escape(id));
      if (found) { found.checked = true; found.dataset.touched = "1"; }
    });
    if (window.htmx) window.htmx.process(element);
    const next = find(element, focus);
    if (next) next.focus({ preventScroll: true });
    element.scrollTo(left, top);
    window.scrollTo(x, y);
    element.dispatchEvent(new CustomEvent("live:changed", { bubbles: true }));
  };

  let pressed = null, ending;
  const waiting = new Set(); // the panels that wait for the end of a press
  const FIELDS = "input, select, textarea", held = new WeakMap(); // panel -> words that wait until nobody writes in it
  // What somebody is writing is theirs: neither a field in use nor one already filled in is ever replaced.
  // A choice among lines is put back after the change instead.
  // A press begins and ends on the same button, or it is lost: while a finger or a key is down, its panel waits.
  const isBusy = (element) => (pressed && element.contains(pressed)) || element.querySelector("[data-touched]:not([type=radio])") ||
    (element.contains(document.activeElement) && document.activeElement.matches(FIELDS) &&
      !document.activeElement.matches("[type=radio]"));
  // New words for a panel; without any, those that have waited.
  window.putPanel = (panel, html = held.get(panel)) => {
    if (html === undefined) return;
    if (isBusy(panel)) {
      if (pressed) waiting.add(panel);
      return held.set(panel, html);
    }
    held.delete(panel);
    change(panel, html);
  };
  // A little later, because a tap becomes a click only after the finger is up.
  const release = () => {
    clearTimeout(ending);
    ending = setTimeout(() => {
      pressed = null;
      const all = [...waiting];
      waiting.clear();
      all.forEach((panel) => window.putPanel(panel));
    }, 50);
  };
  const hold = (event) => { clearTimeout(ending); pressed = event.target; };
  for (const down of ["pointerdown", "keydown"]) document.addEventListener(down, hold, true);
  for (const up of ["pointerup", "pointercancel", "keyup"]) document.addEventListener(up, release, true);
  window.addEventListener("blur", release);
})();
