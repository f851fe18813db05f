"use strict";
/* What the theme's search box lacks: it hears only keys going up, and it says nothing beyond a count. */

(() => {
  const box = document.querySelector('[data-md-component="search-query"]');
  const result = document.querySelector('[data-md-component="search-result"]');
  if (!box || !result) return;

  /* Pasting with the mouse, dead keys, dictation and phones' keyboards change the text without a key going up. */
  const tell = () => box.dispatchEvent(new Event("keyup"));
  for (const change of ["input", "compositionend", "change"]) box.addEventListener(change, tell);

  const notes = document.createElement("div");
  notes.className = "kb-search-notes";
  notes.setAttribute("role", "status");
  notes.hidden = true;
  result.insertBefore(notes, result.lastElementChild);

  const ask = (query) => {
    box.value = query;
    box.focus();
    tell();
  };

  /* A link, so that the theme's arrow keys reach it; the score is what its Enter key looks for in every link. */
  const offer = ({ word, query }) => {
    const link = document.createElement("a");
    link.className = "kb-search-near";
    link.href = `?q=${encodeURIComponent(query)}`;
    const label = document.createElement("span");
    label.dataset.mdScore = "0";
    label.textContent = word;
    link.append(label);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      ask(query);
    });
    return link;
  };

  const show = ({ notes: lines = [], nearest = [], nearestLabel = "" }) => {
    notes.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = line;
        return paragraph;
      })
    );
    if (nearest.length) {
      const list = document.createElement("p");
      list.append(`${nearestLabel} `);
      for (const near of nearest) list.append(offer(near), " ");
      notes.append(list);
    }
    notes.hidden = !notes.childElementCount;
  };

  window.component$.subscribe((component) => {
    if (component.ref === result && component.items) show(component);
  });
})();
