// A form with data-asks="URL" shows what its values would do while they are typed: the answer is a fragment whose
// parts replace those of the same id. Nothing is changed by asking; without this script a button does the same.
"use strict";
(() => {
  const PAUSE = 250;
  const show = (html) => {
    for (const part of new DOMParser().parseFromString(html, "text/html").body.children) {
      const place = part.id && document.getElementById(part.id);
      if (place) place.innerHTML = part.innerHTML;
    }
  };
  const offline = () => document.querySelectorAll("[data-offline]").forEach((part) => {
    part.textContent = part.dataset.offline;
  });

  const listen = (form) => {
    let timer, asking;
    const ask = async () => {
      asking?.abort();
      asking = new AbortController();
      const values = new URLSearchParams(new FormData(form));
      values.delete("csrfmiddlewaretoken");
      try {
        const answer = await fetch(`${form.dataset.asks}?${values}`, {
          headers: { "X-Asks": "1" }, credentials: "same-origin", cache: "no-store", signal: asking.signal,
        });
        if (answer.redirected) return location.reload();
        if (answer.ok) show(await answer.text()); else offline();
      } catch (error) {
        if (error.name !== "AbortError") offline();
      }
    };
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  };
  document.querySelectorAll("form[data-asks]").forEach(listen);
})();
