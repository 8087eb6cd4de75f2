// Every named state of every screen, in both languages, light and dark and enlarged, at two sizes: pictures for a person
// to look at, in target/screens/<language>/<theme>-<size>/, and what a machine can judge of each.
// HOITUNG_SCREENS="en light" walks only one of them.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { begin, shots } from '../lib/journey.mjs';
import { admin } from '../lib/practice.mjs';
import * as stops from '../lib/walk.mjs';

// 150 %: the same windows, measured in larger pixels. The driver's pointer misses there, so that one goes by keyboard.
const themes = {
  light: { hands: 'mouse', env: {}, sizes: [[900, 640], [1280, 800]] },
  dark: { hands: 'mouse', env: { GTK_THEME: 'Adwaita:dark' }, sizes: [[900, 640], [1280, 800]] },
  large: { hands: 'keyboard', env: { GDK_DPI_SCALE: '1.5' }, sizes: [[1350, 960], [1920, 1200]] },
};

// What the window must bring into sight by itself when the state has come about.
const mustBeSeen = {
  'permissions-refused': '[data-urgent] h2',
  'permissions-missing': '[role="alert"]',
  'keys-done': '[data-state="done"]',
};

const only = process.env.HOITUNG_SCREENS;
for (const language of ['zh-HK', 'en']) {
  for (const theme of Object.keys(themes)) {
    test(`every screen, ${language}, ${theme}`, { skip: Boolean(only) && only !== `${language} ${theme}` }, () => everyScreen(language, theme));
  }
}

async function everyScreen(language, theme) {
  const { hands: kind, env, sizes } = themes[theme];
  const walk = await begin({ name: `screens-${theme}`, language, hands: kind, wholePage: true, env });
  const { window, hands, say } = walk;
  let count = 0;
  // Gathered, so that one fault does not keep the other pictures from being taken.
  const found = [];
  walk.shot = async (label, page) => {
    if (page) return;
    if (mustBeSeen[label]) await inSight(window, mustBeSeen[label], `what ${label} is about`);
    count += 1;
    const name = `${String(count).padStart(2, '0')}-${label}`;
    for (const [width, height] of sizes) {
      await window.resize(width, height);
      const folder = path.join(shots, 'screens', language, `${theme}-${width}x${height}`);
      const faults = await judge(window);
      if (faults.length) found.push({ where: `${name} at ${width}×${height}`, faults });
      for (const end of (await scrolls(window)) ? ['top', 'bottom'] : ['whole']) {
        await scrollTo(window, end);
        await window.shot(path.join(folder, `${name}-${end}.png`));
      }
    }
  };
  try {
    // The page is told of the system's colours a moment after it is opened.
    const isDark = () => window.browser.execute(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await walk.until(`${theme} colours`, async () => (await isDark()) === (theme === 'dark'));
    await window.resize(...sizes[0]);
    await stops.welcome(walk);

    await hands.press('button', say('register-confirm'));
    await window.sees(say('problem-company-name-empty'));
    await inSight(window, 'input[aria-invalid="true"]', 'the first field in error');
    await walk.shot('register-error');
    await stops.register(walk);

    await hands.press('button', say('keys-try'));
    await inSight(window, 'input[aria-invalid="true"]', 'the first field in error');
    await walk.shot('keys-error');
    await stops.keys(walk);

    await stops.permissions(walk);

    await admin(walk.where.home, 'scenario', { name: 'clock_offset', on: true });
    await hands.press('button', say('test-run'));
    await window.control('button', say('test-accept-clock'));
    await inSight(window, '[role="alert"]', 'the failed check');
    await walk.shot('test-clock');
    await admin(walk.where.home, 'scenario', { name: 'clock_offset', on: false });
    await stops.test(walk);

    await stops.protect(walk);
    await stops.finish(walk);

    await hands.press('button', say('rail-doctor'));
    await window.control('heading', say('doctor-title'));
    await walk.shot('doctor');
    await hands.write(say('doctor-text'), 'errcode 60020 request ip=203.0.113.77; errcode 40014');
    await hands.press('button', say('doctor-read'));
    await window.control('heading', say('doctor-answer'));
    await inSight(window, '[role="alert"]', 'the answer');
    await walk.shot('doctor-told');

    await hands.press('button', say('rail-companies'));
    await window.control('heading', say('welcome-continue'));
    await walk.shot('welcome-companies');
    assert.deepEqual(found, []);
  } finally {
    await walk.end();
  }
}

async function judge(window) {
  // A colour on its way to another one is not what a person reads.
  await window.browser.waitUntil(() => window.browser.execute(() => document.getAnimations().every(one => one.playState === 'finished')), {
    timeout: 5000,
    timeoutMsg: 'something on the screen moves for ever',
  });
  const seen = await window.browser.execute(() => {
    const root = document.scrollingElement;
    const named = one => `${one.tagName.toLowerCase()} «${one.innerText.trim().slice(0, 60)}»`;
    const all = (selector, fits) => [...document.querySelectorAll(selector)].filter(fits).map(named);
    const faults = [];
    if (root.scrollTop !== 0) faults.push(`the window itself is scrolled by ${root.scrollTop}`);
    if (root.scrollHeight > root.clientHeight) faults.push(`the window itself is ${root.scrollHeight - root.clientHeight} too tall`);
    if (root.scrollWidth > root.clientWidth) faults.push(`the window itself is ${root.scrollWidth - root.clientWidth} too wide`);
    const sideways = one => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1;
    for (const one of all('*', sideways)) faults.push(`scrolls sideways: ${one}`);
    const cut = one =>
      one.checkVisibility({ visibilityProperty: true }) && !one.closest('.hidden-words') && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
    for (const one of all('button, h1, h2, h3, p, dt, dd, li, label, summary', cut)) faults.push(`wider than its place: ${one}`);
    return faults;
  });
  return [...seen, ...(await window.accessibilityFaults())];
}

// The tallest thing that scrolls, if anything does.
const scroller = `
  const all = [...document.querySelectorAll('*')].filter(one => getComputedStyle(one).overflowY === 'auto' && one.tagName !== 'PRE');
  const tall = all.filter(one => one.scrollHeight > one.clientHeight + 1).sort((a, b) => b.clientHeight * b.clientWidth - a.clientHeight * a.clientWidth)[0];`;

function scrolls(window) {
  return window.browser.execute(`${scroller} return Boolean(tall)`);
}

function scrollTo(window, end) {
  return window.browser.execute(`${scroller} if (tall) tall.scrollTop = ${end === 'bottom' ? 'tall.scrollHeight' : '0'}`);
}

async function inSight(window, selector, what) {
  await window.control('heading', /./);
  await window.browser.waitUntil(
    () =>
      window.browser.execute(selector => {
        const one = document.querySelector(selector);
        if (!one) return false;
        const { top, height } = one.getBoundingClientRect();
        const above = document.elementFromPoint(innerWidth / 2, top + Math.min(height, 20) / 2);
        return top >= 0 && top < innerHeight && Boolean(above) && document.querySelector('main').contains(above);
      }, selector),
    { timeout: 5000, timeoutMsg: `${what} is not in sight` },
  );
}
