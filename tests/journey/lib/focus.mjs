// The keyboard's way once round a page: each place that Tab leads to is marked as having the focus and is in sight, none holds
// the focus, and the way ends. A mark is what looks different while the focus is there: a frame that is always drawn is none.

const most = 150;

// Runs in the page, which keeps the places of the way. What has the focus, where on the way it was before, and what stands for it.
function here(at) {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const way = at === 0 ? (globalThis.wayRound = []) : globalThis.wayRound;
  const before = way.findIndex((place) => place.one === one);
  const label = ['radio', 'checkbox'].includes(one.type) ? one.labels?.[0] : null;
  // A ring may be drawn round the control, its own mark beside it, its label, or the card that holds it.
  const around = [one.parentElement, one.parentElement?.parentElement, one.parentElement?.parentElement?.parentElement];
  way[at] = { one, parts: [one, ...(one.labels ?? []), ...(one.parentElement?.children ?? []), ...around].filter(Boolean) };
  const { x, y, width, height } = [...(label ?? one).getClientRects()][0] ?? one.getBoundingClientRect();
  const hit = document.elementFromPoint(x + width / 2, y + Math.min(height, 40) / 2);
  return {
    before,
    name: (one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText ?? one.tagName).replace(/\s+/g, ' ').trim().slice(0, 60),
    inSight: Boolean(hit && (one.contains(hit) || label?.contains(hit) || one.parentElement.contains(hit))),
  };
}

// Runs in the page. How a place of the way is drawn, once what moves stands still; what turns for ever is not waited for.
function drawn(at, done) {
  const look = (part, when) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderTop, borderBottom, borderLeft, borderRight, transform, content } = getComputedStyle(part, when);
    if (when && content === 'none') return '';
    const outline = outlineStyle === 'none' || parseFloat(outlineWidth) === 0 ? '' : [outlineStyle, outlineWidth, outlineColor];
    return [outline, boxShadow, borderTop, borderBottom, borderLeft, borderRight, when ? transform : ''].join(' ');
  };
  const all = () => JSON.stringify(globalThis.wayRound[at].parts.map((part) => [look(part), look(part, '::before'), look(part, '::after')]));
  const ends = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
  Promise.allSettled(ends.map((one) => one.finished)).then(() => done(all()));
}

// Faults in words, and how many places there are.
export async function wayRound(window) {
  const { browser } = window;
  const see = (at) => browser.executeAsync(drawn, at);
  const faults = [];
  await window.activate();
  await browser.execute(() => document.activeElement?.blur());
  let last = null;
  for (let presses = 0, places = 0; presses < most; presses += 1) {
    await window.keys(['Tab']);
    await window.settle();
    const now = await browser.execute(here, places);
    if (last && now?.before !== places - 1 && last.look === (await see(places - 1))) faults.push(`the focus is not seen on «${last.name}»`);
    // Past the last place the focus is the window's own for one press.
    if (!now) {
      if (places) return { faults, places };
      continue;
    }
    if (now.before === places - 1 && places) return { faults: [...faults, `Tab does not leave «${now.name}»`], places };
    if (now.before >= 0) return { faults, places };
    if (!now.inSight) faults.push(`the focus is out of sight on «${now.name}»`);
    last = { name: now.name, look: await see(places) };
    places += 1;
  }
  return { faults: [...faults, `the way round does not end after ${most} presses`], places: most };
}
