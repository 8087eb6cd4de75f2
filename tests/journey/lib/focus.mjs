// The keyboard's way round a page: every stop of Tab is seen, in sight, in reading order, and the way ends where it began.

// What has the focus now, as a person sees it.
function here() {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const all = [...document.querySelectorAll('*')];
  const drawn = (part, when) => {
    const style = getComputedStyle(part, when);
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    return ring || style.boxShadow !== 'none';
  };
  // A ring may be drawn around the box, its own mark, or the label that stands for it.
  const shown = [one, ...(one.labels ?? []), one.parentElement, one.parentElement?.parentElement].filter(Boolean);
  const ring = shown.some((part) => drawn(part) || drawn(part, '::after') || drawn(part, '::before')) || shown.some((part) => [...part.children].some((child) => drawn(child)));
  const box = (one.labels?.[0] && ['radio', 'checkbox'].includes(one.type) ? one.labels[0] : one).getBoundingClientRect();
  return {
    order: all.indexOf(one),
    group: one.type === 'radio' ? one.name : null,
    name: (one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText ?? one.tagName).replace(/\s+/g, ' ').trim().slice(0, 60),
    inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    ring,
  };
}

const most = 150;

// Faults in words; each place of the way once.
export async function wayRound(window) {
  const faults = [];
  const seen = new Set();
  await window.browser.execute(() => document.activeElement?.blur());
  let before = null;
  for (let presses = 0; presses < most; presses += 1) {
    await window.keys(['Tab']);
    await window.settle();
    const now = await window.browser.execute(here);
    // Past the last place the focus is the window's own for one press.
    if (!now) {
      if (seen.size) return faults;
      continue;
    }
    const key = `${now.order} ${now.name}`;
    if (before?.key === key) faults.push(`Tab does not leave «${now.name}»`);
    if (seen.has(key)) return faults;
    seen.add(key);
    if (!now.ring) faults.push(`the focus is not seen on «${now.name}»`);
    if (!now.inSight) faults.push(`the focus is out of sight on «${now.name}»`);
    if (before && now.order < before.order && seen.size > 1 && now.order !== Math.min(...[...seen].map((one) => Number(one.split(' ')[0]))))
      faults.push(`«${now.name}» comes after «${before.name}», which stands behind it`);
    before = { ...now, key };
  }
  return [...faults, `the way round does not end after ${most} presses`];
}
