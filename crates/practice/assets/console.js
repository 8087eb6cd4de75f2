"use strict";
// Copy buttons and the group that looks again by itself; every page works without this file.

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  const label = button.querySelector("[data-says]");
  const before = label.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    label.textContent = label.dataset.says;
    button.classList.add("done");
    document.getElementById("said").textContent = label.dataset.says;
    setTimeout(() => {
      label.textContent = before;
      button.classList.remove("done");
    }, 2000);
  });
}

// Only what is new is added, so that a screen reader says only what is new.
function show(live, page) {
  const list = live.querySelector("ol");
  const fresh = page.querySelector("ol");
  if (!list || !fresh) {
    if (live.textContent.trim() === page.body.textContent.trim()) return;
    live.replaceChildren(...page.body.childNodes);
    return;
  }
  const known = new Set(Array.from(list.children, (item) => item.dataset.id));
  list.append(...Array.from(fresh.children).filter((item) => !known.has(item.dataset.id)));
}

for (const live of document.querySelectorAll("[data-live]")) {
  let asking = false;
  setInterval(async () => {
    if (document.hidden || asking) return;
    asking = true;
    try {
      const answer = await fetch(live.dataset.live, { headers: { Accept: "text/html" } });
      if (answer.ok) show(live, new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // The practice server has gone for the moment: what was shown stays.
    } finally {
      asking = false;
    }
  }, 2000);
}
