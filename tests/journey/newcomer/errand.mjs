// Sends a newcomer through the app, with or without a trouble of practice's on, and looks at what became of it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { admin, journal, openBrowser, running } from '../lib/practice.mjs';
import { openWindow, place } from '../lib/window.mjs';
import { Diary } from './diary.mjs';
import { Newcomer } from './newcomer.mjs';

export const diaries = path.join(import.meta.dirname, '../../../target/newcomer');

function isUp(home) {
  try {
    return Boolean(running(home));
  } catch {
    return false;
  }
}

export async function send({ language, trouble, patience }) {
  const name = trouble ? `${language}-${trouble}` : language;
  const diary = new Diary(path.join(diaries, name));
  const where = place(`newcomer-${name}`);
  const browser = await openBrowser(language);
  const window = await openWindow(where, { args: ['--lang', language], env: { TZ: 'Asia/Hong_Kong' } });
  try {
    // Practice comes up when somebody chooses to practise; from then on its trouble is on.
    let isOn = !trouble;
    const meanwhile = async () => {
      if (isOn || !isUp(where.home)) return;
      await admin(where.home, 'scenario', { name: trouble, on: true });
      isOn = true;
    };
    const newcomer = new Newcomer({ window, page: browser.page, language, diary, patience, meanwhile });
    await newcomer.arrive();
    assert.ok(isOn, 'the trouble was on');
    const messages = (await journal(where.home)).filter(({ kind }) => kind === 'robot_message');
    assert.deepEqual(messages.map(({ text }) => text), [newcomer.knows.message], 'the message stands in the group, once');
    assert.deepEqual(await window.accessibilityFaults(), []);
    return { diary, where, calls: await journal(where.home) };
  } finally {
    await window.close();
    await browser.close();
  }
}
