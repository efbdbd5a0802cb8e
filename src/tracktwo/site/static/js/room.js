// The room: clocks that tick between two answers of the server, keys, and forms that are sent until they arrive.
"use strict";
(() => {
  // Server time minus this page's own steady clock, which neither a changed wall clock nor a time zone moves.
  const samples = [];
  const noteTime = (server, sent, got) => {
    samples.push({ off: server + (got - sent) / 2 - got, trip: got - sent });
    if (samples.length > 8) samples.shift();
  };
  // The quickest answer knows best: half of its way there and back is the least that can be wrong.
  const serverNow = () => {
    const best = samples.reduce((one, other) => (other.trip < one.trip ? other : one), samples[0]);
    return best ? performance.now() + best.off : null;
  };
  document.addEventListener("live:heard", (event) => noteTime(event.detail.server, event.detail.sent, event.detail.got));

  const face = (seconds) => {
    const [sign, whole] = seconds < 0 ? ["+", Math.floor(-seconds)] : ["", Math.ceil(seconds)];
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
    const two = (number) => String(number).padStart(2, "0");
    return sign + (hours ? hours + ":" + two(minutes) : minutes) + ":" + two(whole % 60);
  };
  const tick = () => {
    const now = serverNow();
    if (now === null) return;
    document.querySelectorAll("[role=timer][data-left]").forEach((timer) => {
      const gone = "runs" in timer.dataset ? Math.max(0, now - Number(timer.dataset.at)) / 1000 : 0;
      const text = face(Number(timer.dataset.left) - gone);
      if (timer.textContent !== text) timer.textContent = text;
    });
  };
  // The page itself brings the first sample.
  const first = document.querySelector("[role=timer][data-at]"), [visit] = performance.getEntriesByType("navigation");
  if (first && visit) noteTime(Number(first.dataset.at), visit.requestStart, visit.responseEnd);
  setInterval(tick, 250);
  tick();

  // Keys: by the place on the keyboard, so that they are the same under a Latin and a Cyrillic layout.
  let usesKeys = sessionStorage.getItem("keys") !== "off";
  const writes = (node) => node.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  document.addEventListener("keydown", (event) => {
    if (!usesKeys || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (writes(event.target)) return event.key === "Escape" && event.target.blur();
    if (event.code === "Space" && event.target.matches("button, a, summary, input")) return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.code)}"]:not(:disabled)`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("textarea")) target.focus(); else target.click();
  });
  const markKeys = () => document.querySelectorAll("[data-keys]").forEach((button) =>
    button.setAttribute("aria-pressed", usesKeys));
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-keys]")) return;
    usesKeys = !usesKeys;
    sessionStorage.setItem("keys", usesKeys ? "on" : "off");
    markKeys();
  });
  markKeys();

  // Forms are sent beside the page. The token in them lets the server obey once, so sending again is safe, even after
  // it did arrive and only the answer was lost. After a while the page gives up and says so; the words stay in the field.
  const PATIENCE = 45000, ONE_TRY = 15000;
  const wait = (ms) => new Promise((done) => {
    setTimeout(done, ms);
    window.addEventListener("online", done, { once: true });
  });
  const tell = (what) => document.dispatchEvent(new CustomEvent("live:" + what));
  const post = async (address, body) => {
    const end = performance.now() + PATIENCE;
    for (let pause = 1000; ; pause = Math.min(pause * 1.6, 8000)) {
      try {
        const signal = AbortSignal.timeout ? AbortSignal.timeout(ONE_TRY) : undefined;
        const answer = await fetch(address, { method: "POST", body, signal, credentials: "same-origin", headers: { "X-Live": "deed" } });
        if (answer.status < 500) return { answer, html: await answer.text() };
      } catch { /* no way through: the same form again in a moment */ }
      if (performance.now() + pause > end) return null;
      tell("waits");
      await wait(pause);
    }
  };
  const keptFields = (form) => [...document.querySelectorAll("#page textarea[data-touched]")]
    .filter((field) => field.form !== form && field.id).map((field) => [field.id, field.value]);
  const show = (html, form) => {
    const kept = keptFields(form), focus = document.activeElement && document.activeElement.id;
    const fresh = new DOMParser().parseFromString(html, "text/html");
    for (const id of ["page", "foot"]) {
      const [old, now] = [document.getElementById(id), fresh.getElementById(id)];
      if (old && now) old.replaceWith(document.adoptNode(now));
    }
    kept.forEach(([id, value]) => {
      const field = document.getElementById(id);
      if (field) { field.value = value; field.dataset.touched = "1"; }
    });
    const next = focus && document.getElementById(focus);
    if (next) next.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("live:changed"));
    const refused = document.querySelector("#page .refused");
    if (refused) { refused.tabIndex = -1; refused.focus(); }
  };
  const sending = new WeakSet();
  document.addEventListener("submit", async (event) => {
    const form = event.target, button = event.submitter;
    const room = document.querySelector("[data-room]");
    if (!room || form.method !== "post" || !form.closest("#page, #foot")) return;
    event.preventDefault();
    if (sending.has(form)) return;
    sending.add(form);
    form.setAttribute("aria-busy", "true");
    const body = new URLSearchParams(new FormData(form));
    if (button && button.name) body.append(button.name, button.value);
    const arrived = await post((button && button.getAttribute("formaction")) || form.action, body);
    sending.delete(form);
    form.removeAttribute("aria-busy");
    if (window.left) return;
    if (!arrived) return tell("failed");
    const { answer, html } = arrived;
    const here = answer.status === 422 || new URL(answer.url).pathname === room.dataset.room;
    if (!here) return answer.redirected ? location.assign(answer.url) : location.reload();
    if (!html.includes("data-room")) return location.reload(); // the screens were covered meanwhile
    tell("sent");
    show(html, form);
  });
})();
