// What a person sees: words, headings and controls in reading order, each control by its role and its accessible name.
// Nothing here knows an id, a class or a tag of any screen.

// Runs in the page. `axe` names controls as a screen reader would; the elements stay behind in `seen`, by their number.
function look() {
  const { axe } = globalThis;
  const fold = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const seen = [];
  const items = [];
  const controls = new Set(['button', 'link', 'textbox', 'searchbox', 'combobox', 'radio', 'checkbox', 'switch', 'spinbutton', 'tab']);
  const ground = (one) => {
    for (let place = one; place; place = place.parentElement) {
      const [r, g, b, a = 1] = getComputedStyle(place).backgroundColor.match(/[\d.]+/g).map(Number);
      if (a > 0.5) return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
    }
    return 1;
  };
  const isShown = (one, role) =>
    one.checkVisibility({ visibilityProperty: true }) ||
    getComputedStyle(one).display === 'contents' ||
    // A box drawn by its label is hidden itself.
    ((role === 'radio' || role === 'checkbox') && [...(one.labels ?? [])].some((label) => label.checkVisibility({ visibilityProperty: true })));
  const words = (ids) => fold((ids ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' '));

  // Words that run on in one line are one thing to read, however many elements they are made of.
  const isPlain = (one) =>
    [...one.children].every(
      (child) => getComputedStyle(child).display === 'inline' && child.ariaHidden !== 'true' && !controls.has(axe.commons.aria.getRole(child)) && isPlain(child),
    );

  const walk = (one, place) => {
    if (one.nodeType === Node.TEXT_NODE) {
      const text = fold(one.data);
      if (text) items.push({ kind: 'text', text, ...place });
      return;
    }
    if (one.nodeType !== Node.ELEMENT_NODE || one.ariaHidden === 'true') return;
    const secret = one.type === 'password';
    const role = secret ? 'textbox' : axe.commons.aria.getRole(one);
    const fold_ = one.parentElement?.open !== undefined && one === one.parentElement.firstElementChild;
    if (!isShown(one, role)) return;
    if (role === 'heading') {
      items.push({ kind: 'heading', level: Number(one.ariaLevel ?? one.tagName.slice(1)), text: fold(one.innerText), ...place });
      return;
    }
    if (controls.has(role) || fold_) {
      const held = one.value ?? '';
      items.push({
        kind: 'control',
        role: fold_ ? 'fold' : role,
        name: fold(axe.commons.text.accessibleText(one)),
        at: seen.push(one) - 1,
        value: secret ? (held ? '•' : '') : role === 'textbox' || role === 'combobox' ? fold(held) : '',
        on: fold_ ? one.parentElement.open : Boolean(one.checked) || one.ariaChecked === 'true',
        off: one.disabled || one.ariaDisabled === 'true',
        wrong: one.ariaInvalid === 'true',
        beside: words(one.getAttribute('aria-describedby')),
        options: one.options ? [...one.options].map((option) => fold(option.text)) : [],
        // A button drawn darker (or, on a dark page, lighter) than what it lies on is the one to press.
        bold: role === 'button' && Math.abs(ground(one) - ground(one.parentElement)) > 0.35,
        ...place,
      });
      return;
    }
    if (role !== 'alert' && role !== 'main' && one !== document.body && one.children.length + one.childNodes.length > 0 && isPlain(one)) {
      const text = fold(one.innerText);
      if (text) items.push({ kind: 'text', text, ...place });
      return;
    }
    const inside = { ...place };
    if (role === 'main') inside.main = true;
    if (role === 'group' || role === 'radiogroup') inside.group = fold(axe.commons.text.accessibleText(one));
    if (role === 'alert') {
      items.push({ kind: 'alert', text: fold(one.innerText), ...inside });
      inside.alert = true;
    }
    // The quiet log of a screen reader is nothing that is seen.
    if (role === 'log' && one.getBoundingClientRect().width <= 1) return;
    for (const child of one.childNodes) walk(child, inside);
  };

  axe.teardown?.();
  axe.setup(document.body);
  try {
    // What lies over the window is all that can be reached.
    const over = [...document.querySelectorAll(':modal')].at(-1);
    walk(over ?? document.body, {});
  } finally {
    axe.teardown?.();
  }
  globalThis.newcomerSaw = seen;
  return { items, busy: [...document.getAnimations()].some((one) => one.effect?.getTiming().iterations === Infinity) };
}

// A screen with its parts under their headings.
export class Screen {
  constructor({ items, busy }) {
    this.busy = busy;
    const above = [];
    this.items = items.map((item) => {
      if (item.kind === 'heading') above.length = Math.max(0, item.level - 1);
      if (item.kind === 'heading') above[item.level - 1] = item.text;
      return { ...item, under: above.filter(Boolean) };
    });
  }

  get title() {
    return (this.items.find(({ kind, level }) => kind === 'heading' && level === 1) ?? this.items.find(({ kind }) => kind === 'heading'))?.text ?? '';
  }

  get text() {
    return this.items.map((item) => item.text ?? item.name).join('\n');
  }

  get alerts() {
    return this.items.filter(({ kind }) => kind === 'alert');
  }

  controls(role, name, part = this.items) {
    return part.filter((item) => item.kind === 'control' && item.role === role && (name === undefined || name.test(item.name)));
  }

  control(role, name, part) {
    return this.controls(role, name, part)[0];
  }

  // Boxes of one question stand together, under its words.
  groups(role) {
    const groups = new Map();
    for (const box of this.controls(role)) {
      const key = [...box.under, box.group ?? ''].join(' › ');
      groups.set(key, [...(groups.get(key) ?? []), box]);
    }
    return [...groups.values()];
  }

  // What stands under each heading of the second and third level, in reading order.
  wordsOf(part) {
    return part.items.map((item) => item.text ?? item.name).join('\n');
  }

  get parts() {
    const parts = [];
    for (const item of this.items) {
      const name = item.under.slice(1).join(' › ');
      if (!name) continue;
      let part = parts.find((one) => one.name === name);
      if (!part) parts.push((part = { name, section: item.under[1], items: [] }));
      part.items.push(item);
    }
    return parts;
  }
}

// Both surfaces are read by the same eyes.
export async function seeWindow(window) {
  await window.settle();
  await window.learnAxe();
  return new Screen(await window.browser.execute(look));
}

export async function seePage(page, axeSource) {
  await page.waitForLoadState();
  if (!(await page.evaluate(() => Boolean(globalThis.axe)))) await page.evaluate(axeSource);
  return new Screen(await page.evaluate(look));
}
