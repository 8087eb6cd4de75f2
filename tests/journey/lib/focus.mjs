// The keyboard's way once round a page: each place that Tab leads to is marked as having the focus and is in sight, none holds
// the focus, and the way ends. A mark is what looks different while the focus is there: a frame that is always drawn is none.

const most = 150;

// Runs in the page. What has the focus, and how it and what stands for it are drawn.
function here() {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const label = ['radio', 'checkbox'].includes(one.type) ? one.labels?.[0] : null;
  // A ring may be drawn round the control, its own mark beside it, its label, or the card that holds it.
  const around = [one.parentElement, one.parentElement?.parentElement, one.parentElement?.parentElement?.parentElement];
  const parts = [one, ...(one.labels ?? []), ...(one.parentElement?.children ?? []), ...around].filter(Boolean);
  const { x, y, width, height } = [...(label ?? one).getClientRects()][0] ?? one.getBoundingClientRect();
  const hit = document.elementFromPoint(x + width / 2, y + Math.min(height, 40) / 2);
  return {
    element: one,
    parts,
    name: (one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText ?? one.tagName).replace(/\s+/g, ' ').trim().slice(0, 60),
    inSight: Boolean(hit && (one.contains(hit) || label?.contains(hit) || one.parentElement.contains(hit))),
  };
}

// Runs in the page. Once what moves stands still; what turns for ever is not waited for.
async function drawn(parts, done) {
  const ends = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
  await Promise.all(ends.map((one) => one.finished.catch(() => {})));
  const look = (part, when) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderTop, borderBottom, borderLeft, borderRight, transform, content } = getComputedStyle(part, when);
    if (when && content === 'none') return '';
    const outline = outlineStyle === 'none' || parseFloat(outlineWidth) === 0 ? '' : [outlineStyle, outlineWidth, outlineColor];
    return [outline, boxShadow, borderTop, borderBottom, borderLeft, borderRight, when ? transform : ''].join(' ');
  };
  done(JSON.stringify(parts.map((part) => (part.isConnected ? [look(part), look(part, '::before'), look(part, '::after')] : []))));
}

// Faults in words; each place of the way once.
export async function wayRound(window) {
  const { browser } = window;
  const see = (parts) => browser.executeAsync(drawn, parts);
  const isSame = (one, other) => browser.execute((one, other) => one === other, one, other);
  const faults = [];
  const places = [];
  await browser.execute(() => document.activeElement?.blur());
  for (let presses = 0; presses < most; presses += 1) {
    await window.keys(['Tab']);
    await window.settle();
    const now = await browser.execute(here);
    const before = places.at(-1);
    if (before && before.look === (await see(before.parts))) faults.push(`the focus is not seen on «${before.name}»`);
    // Past the last place the focus is the window's own for one press.
    if (!now) {
      if (places.length) return { faults, places: places.length };
      continue;
    }
    if (before && (await isSame(before.element, now.element))) return { faults: [...faults, `Tab does not leave «${now.name}»`], places: places.length };
    if (places.length && (await isSame(places[0].element, now.element))) return { faults, places: places.length };
    if (!now.inSight) faults.push(`the focus is out of sight on «${now.name}»`);
    places.push({ ...now, look: await see(now.parts) });
  }
  return { faults: [...faults, `the way round does not end after ${most} presses`], places: places.length };
}
