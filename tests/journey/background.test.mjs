// The program while its window is closed, on a desktop with a tray and on one without: the question at the first closing,
// the icon and its menu, a second start, starting hidden, the entry that starts it at sign-in, and a quit that quits.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { prepared } from './lib/company.mjs';
import { tray } from './lib/desktop.mjs';
import { admin } from './lib/practice.mjs';
import { binary, openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';
import { closeFrame, framesOf, isRunning } from './lib/frames.mjs';

const ours = (where) => ({ ...process.env, HOITUNG_HOME: where.home, PATH: where.path, TZ: 'Asia/Hong_Kong' });
const entry = path.join(process.env.HOME, '.config/autostart/hk.hoitung.app.desktop');

for (const language of ['en', 'zh-HK']) {
  const say = words(language);
  const shots = path.join(process.cwd(), 'target', 'background', language);

  test(`closing asks once, the tray goes on, and quit ends it, ${language}`, async (t) => {
    const desktop = await tray();
    const where = place(`background-${language}`);
    const window = await openWindow(where, { args: ['--practice', '--lang', language], env: { TZ: 'Asia/Hong_Kong' } });
    t.after(async () => {
      await window.close();
      desktop.end();
    });
    const [pid] = window.pids();
    await window.control('heading', say('register-title'));
    const state = say('overview-state-begun');
    const icon = await desktop.icon();
    assert.ok(icon.menu[0].label.startsWith(state) && !icon.menu[0].enabled, `${icon.menu[0].label}`);
    assert.ok(icon.icon, 'the icon has a picture');

    // Asked once; Esc leaves the window open.
    closeFrame(pid);
    await window.control('heading', say('closing-title'));
    await window.shot(`${shots}-asked.png`);
    assert.deepEqual(await window.accessibilityFaults(), []);
    await window.keys(['Escape']);
    await window.gone('heading', say('closing-title'));
    closeFrame(pid);
    // A hidden window draws nothing, and a driver's own click waits for its next frame for ever: the page presses, later.
    const keep = await window.control('button', say('closing-keep'));
    await window.browser.execute((button) => setTimeout(() => button.click(), 100), keep);
    await until('the window to hide', () => framesOf(pid).length === 0);
    assert.ok(isRunning(pid));

    // The tray's menu: a pause is told in words, and ends at a press.
    await desktop.press(say('tray-pause-hour'));
    await desktop.says(say('tray-resume'));
    const paused = await desktop.icon(({ menu }) => menu[0].label !== icon.menu[0].label);
    assert.notEqual(paused.icon, icon.icon, 'the picture changes with the words');
    await desktop.press(say('tray-resume'));
    await desktop.says(say('tray-pause-hour'));

    // F75
    // A second start shows the first window, and does nothing else.
    const second = spawn(binary, [], { env: ours(where), stdio: 'ignore' });
    await until('the second start to end', () => second.exitCode !== null);
    await until('the window to be shown', () => framesOf(pid).length === 1);

    // The choice is kept: no question any more. The tray opens it again.
    closeFrame(pid);
    await until('the window to hide', () => framesOf(pid).length === 0);
    await desktop.press(say('tray-open'));
    await until('the window to be shown', () => framesOf(pid).length === 1);

    // It draws again, before anything in it is pressed.
    await window.settle();

    // It can be changed in the settings, where starting at sign-in is off until somebody switches it on.
    await window.click('button', say('rail-settings'));
    const start = await window.control('switch', say('background-autostart'));
    assert.equal(await start.isSelected(), false);
    assert.ok(!fs.existsSync(entry));
    await window.announces(say('background-autostart-on'), () => start.click());
    const text = fs.readFileSync(entry, 'utf8');
    assert.ok(text.includes(`Exec="${binary}" --hidden`), text);
    await window.shot(`${shots}-settings.png`);
    await window.announces(say('background-autostart-off'), async () => (await window.control('switch', say('background-autostart'))).click());
    assert.ok(!fs.existsSync(entry));

    // Quit really quits.
    await desktop.press(say('tray-quit'));
    await until('the process to be gone', () => !isRunning(pid));
    await desktop.none();
  });

  test(`started hidden there is an icon and no window, ${language}`, async (t) => {
    const desktop = await tray();
    const where = place(`hidden-${language}`);
    const program = spawn(binary, ['--hidden', '--lang', language], { env: ours(where), stdio: 'ignore' });
    t.after(() => {
      program.kill('SIGKILL');
      desktop.end();
    });
    await desktop.icon();
    assert.deepEqual(framesOf(program.pid), []);
    await desktop.press(say('tray-open'));
    await until('the window to be shown', () => framesOf(program.pid).length === 1);
    await desktop.press(say('tray-quit'));
    await until('the process to be gone', () => program.exitCode !== null);
    assert.equal(program.exitCode, 0);
  });

  test(`“check now” finds what has changed, and that it is well again, ${language}`, async (t) => {
    const company = '示範貿易有限公司';
    const where = place(`check-now-${language}`);
    await prepared(where, company, 'read-staff');
    const desktop = await tray();
    const program = spawn(binary, ['--hidden', '--lang', language], { env: ours(where), stdio: 'ignore' });
    t.after(() => {
      program.kill('SIGKILL');
      desktop.end();
    });
    const state = ({ menu }) => menu[0].label;
    const before = await desktop.icon((icon) => state(icon).includes(company));
    await admin(where.home, 'scenario', { name: 'missing_permission', on: true });
    await desktop.press(say('tray-check'));
    const found = await desktop.icon((icon) => state(icon) !== state(before) && state(icon).includes(company));
    assert.ok(state(found).startsWith(say('overview-state-attention')) || state(found).startsWith(say('overview-state-trouble')), state(found));
    assert.notEqual(found.icon, before.icon, 'the picture changes with the words');
    await admin(where.home, 'scenario', { name: 'missing_permission', on: false });
    // Pressed while the first one is still going on it does nothing, so again until it is seen.
    await until('the tray to say what it said before', async () => {
      if (state(await desktop.icon()) === state(before)) return true;
      await desktop.press(say('tray-check'));
      return false;
    });
    assert.deepEqual(framesOf(program.pid), []);
  });

  test(`where no tray would show it, closing ends it, ${language}`, async (t) => {
    const where = place(`trayless-${language}`);
    const window = await openWindow(where, { args: ['--practice', '--lang', language] });
    t.after(() => window.close());
    const [pid] = window.pids();
    await window.control('heading', say('register-title'));
    closeFrame(pid);
    await until('the process to be gone', () => !isRunning(pid));
  });
}

test('a second start is heard by one that has only begun to start hidden', async (t) => {
  const desktop = await tray();
  const where = place('hidden-twice');
  const start = (...words) => spawn(binary, words, { env: ours(where), stdio: 'ignore' });
  // Whichever comes first stays.
  const both = [start('--hidden'), start()];
  t.after(() => {
    for (const program of both) program.kill('SIGKILL');
    desktop.end();
  });
  const stays = await until('one of them to end', () => both.find((_, at) => both[1 - at].exitCode === 0));
  await until('the window to be shown', () => framesOf(stays.pid).length === 1);
  assert.equal(stays.exitCode, null);
});
