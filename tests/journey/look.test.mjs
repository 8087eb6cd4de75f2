// The tour of one minute, pages enlarged, the bundled characters and the words that explain themselves, in the real window by
// the keyboard alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enlarge } from './lib/scale.mjs';
import { goToStop } from './lib/trouble.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

test('the tour comes once and when asked for, and enlarged pages stay so after a restart', async () => {
  const where = place('look');
  const say = words('zh-HK');
  const open = () => openWindow(where, { args: ['--lang', 'zh-HK'] });
  let window = await open();
  const width = () => window.browser.execute(() => innerWidth);
  try {
    // At the first start, over the welcome page; the arrow keys turn the cards, Esc ends it.
    await window.control('heading', say('tour-line'));
    await window.keys(['ArrowRight']);
    await window.control('heading', say('tour-practice'));
    await window.keys(['ArrowLeft']);
    await window.control('heading', say('tour-line'));
    assert.deepEqual(await window.accessibilityFaults(), []);
    await window.keys(['Escape']);
    await window.gone('heading', say('tour-line'));

    // Again when asked for, to its end by the buttons.
    await window.press('button', say('tour-again'));
    for (const card of ['tour-line', 'tour-practice', 'tour-turns', 'tour-help']) {
      await window.control('heading', say(card));
      await window.press('button', say('tour-next'));
    }
    await window.control('heading', say('tour-safe'));
    await window.press('button', say('tour-end'));
    await window.gone('heading', say('tour-safe'));

    // The policy lets the bundled characters be read, and they are the ones that were asked for.
    const faces = await window.browser.executeAsync((done) => {
      document.fonts.load('16px "Hoitung HKSCS"', '𨋢㗎').then((found) => done(found.map((one) => one.status)), (error) => done([String(error)]));
    });
    assert.deepEqual(faces, ['loaded']);

    const whole = await width();
    await enlarge(window, 150);
    const enlarged = await width();
    assert.ok(Math.abs(enlarged * 1.5 - whole) < 4, `${whole} became ${enlarged}`);
    await window.close();

    window = await open();
    await window.control('button', say('welcome-practice-start'));
    assert.equal(await window.has('heading', say('tour-line')), false, 'the tour came a second time');
    assert.equal(await width(), enlarged, 'the size was forgotten');
    await enlarge(window, 100);
    assert.equal(await width(), whole);
  } finally {
    await window.close();
  }
});

test('a word that can be looked up is underlined, and its card comes by pointer, key and press, and goes by Esc', async (t) => {
  const say = words('zh-HK');
  const window = await openWindow(place('look-words'), { args: ['--practice', '--lang', 'zh-HK'] });
  t.after(() => window.close());
  await goToStop(window, say, 'keys');
  const [, , word] = say('keys-client-id-aside').match(/<([a-z-]+)>(.+)<\/\1>/);
  const button = await window.control('button', word);
  const line = await window.browser.execute((one) => getComputedStyle(one).textDecorationLine, button);
  assert.equal(line, 'underline');

  const card = () => window.browser.execute(() => [...document.querySelectorAll('[role="tooltip"]')].some((one) => one.checkVisibility()));
  const comes = () => until('the card', card);
  const goes = () => until('the card to go', async () => !(await card()));
  await button.scrollIntoView({ block: 'center' });
  await button.moveTo();
  await comes();
  await window.shot('target/look/card.png');
  assert.deepEqual(await window.accessibilityFaults(), []);
  await (await window.control('heading', say('keys-title'))).moveTo();
  await goes();
  await window.tabTo('button', word);
  await comes();
  await window.keys(['Escape']);
  await goes();
  // Pressed, it stays while it is read.
  await window.keys(['Enter']);
  await comes();
  await (await window.control('heading', say('keys-title'))).moveTo();
  await window.settle();
  assert.ok(await card());
  await window.keys(['Escape']);
  await goes();
});
