// Every named state of every screen from the real window: both languages, light and dark, two sizes, at 100, 150 and 200 %. Pictures
// for a person to look at (target/screens/index.html), and what a machine can judge of each.
// HOITUNG_SCREENS="en light" walks only one of them, HOITUNG_SCALES=200 photographs only that scale.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { judge } from '../../../ui/gallery/judge.js';
import { begin } from '../lib/journey.mjs';
import { simplified, strays } from '../lib/languages.mjs';
import { admin } from '../lib/practice.mjs';
import { enlarge, scales } from '../lib/scale.mjs';
import { folder, keep } from '../lib/sheet.mjs';
import * as stops from '../lib/walk.mjs';
import { screens } from './screens.mjs';

const themes = { light: {}, dark: { GTK_THEME: 'Adwaita:dark' } };
const sizes = [
  [900, 640],
  [1280, 800],
];

// What the window must bring into sight by itself when the state has come about.
const mustBeSeen = {
  'permissions-refused': '[data-urgent] h2',
  'permissions-missing': '[role="alert"]',
  'keys-done': '[data-state="done"]',
};

const only = process.env.HOITUNG_SCREENS;
const wanted = process.env.HOITUNG_SCALES?.split(',').map(Number) ?? scales;
for (const language of ['zh-HK', 'en']) {
  for (const theme of Object.keys(themes)) {
    test(`every screen, ${language}, ${theme}`, { skip: Boolean(only) && only !== `${language} ${theme}` }, () => everyScreen(language, theme));
  }
}

async function everyScreen(language, theme) {
  const walk = await begin({ name: `screens-${theme}`, language, hands: 'mouse', wholePage: true, env: themes[theme] });
  const { window, hands, say } = walk;
  // Gathered, so that one fault does not keep the other pictures from being taken.
  const taken = [];
  const photograph = async (label, [width, height], scale) => {
    const faults = await judged(window, scale === 100);
    for (const end of (await scrolls(window)) ? ['top', 'bottom'] : ['whole']) {
      await scrollTo(window, end);
      const file = path.join(label, `${language}-${theme}-${width}-${scale}-${end}.png`);
      await window.shot(path.join(folder, file));
      taken.push({ label, file, language, theme, width, height, scale, faults: end === 'bottom' ? [] : faults });
    }
    await scrollTo(window, 'top');
  };
  walk.shot = async (label, page) => {
    if (page) return;
    if (mustBeSeen[label]) await inSight(window, mustBeSeen[label], `what ${label} is about`);
    for (const scale of wanted) {
      await enlarge(window, scale);
      for (const size of sizes) {
        await window.resize(...size);
        await photograph(label, size, scale);
      }
    }
    await enlarge(window, 100);
    await window.resize(...sizes[0]);
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

    for (const { label, go, seen } of screens) {
      await go(walk);
      if (seen) await inSight(window, seen, `what ${label} is about`);
      await walk.shot(label);
    }
    const found = taken.filter(({ faults }) => faults.length).map(({ file, faults }) => ({ file, faults }));
    assert.deepEqual(found, []);
  } finally {
    keep(`${language}-${theme}`, taken);
    await walk.end();
  }
}

async function judged(window, thoroughly) {
  // A colour on its way to another one is not what a person reads.
  await window.browser.waitUntil(() => window.browser.execute(() => document.getAnimations().every(one => one.playState === 'finished')), {
    timeout: 5000,
    timeoutMsg: 'something on the screen moves for ever',
  });
  const seen = await window.browser.execute(judge);
  if (!thoroughly) return seen;
  return [...seen, ...(await window.browser.execute(strays, simplified)), ...(await window.accessibilityFaults())];
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
