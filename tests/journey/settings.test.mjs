// The settings page in the real window: what is chosen is kept over a restart, a report is read before it leaves, logs are
// cleared, and removing everything leaves nothing in the folder and in the key store.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { cli } from './lib/company.mjs';
import { readyWorld } from './lib/trouble.mjs';
import { clipboard } from './lib/desktop.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const company = '金絲雀貿易有限公司';

/** How many entries of the key store carry the id of this installation. */
function secretsOf(installation) {
  // The names of the entries come on the other stream.
  const { stdout, stderr } = spawnSync('secret-tool', ['search', '--all', 'service', 'Hoitung'], { encoding: 'utf8' });
  return `${stdout}${stderr}`.split('\n').filter((line) => line.includes(installation)).length;
}

/** A practice company with its keys in the key store. */
async function prepared(where) {
  const env = { ...process.env, HOITUNG_HOME: where.home };
  const { keys } = await readyWorld(where.home);
  const { 'client-secret': secret, ...ids } = keys;
  const given = Object.entries(ids).flatMap(([name, id]) => [`--${name}`, id]);
  execFileSync(cli, ['connection', 'add', '--name', company, '--region', 'practice', ...given, '--secret-stdin'], { env, input: secret });
  return keys;
}

for (const language of ['en', 'zh-HK']) {
  const say = words(language);
  const shots = path.join(process.cwd(), 'target', 'settings', language);
  const faultless = async (window) => assert.deepEqual(await window.accessibilityFaults(), []);
  const toSettings = async (window) => {
    await window.click('button', say('rail-settings'));
    await window.control('heading', say('settings-title'));
  };

  // S24, F62
  test(`what is chosen is kept, a report is read, and everything can be removed, ${language}`, async (t) => {
    const where = place(`settings-${language}`);
    const ready = await prepared(where);
    const start = () => openWindow(where, { args: ['--practice', '--lang', language] });
    let window = await start();
    t.after(() => window.close());
    const look = () => window.browser.execute(() => document.documentElement.dataset.look);

    await toSettings(window);
    await window.shot(`${shots}-page.png`);
    await faultless(window);
    await window.click('radio', say('settings-theme-dark'));
    await until('the dark page', async () => (await look()) === 'dark');
    await window.shot(`${shots}-dark.png`);
    await faultless(window);

    await window.close();
    window = await start();
    // The first thing that is drawn has it: nothing light stands before.
    await window.control('button', say('rail-settings'));
    assert.equal(await look(), 'dark', 'the theme was forgotten');
    await toSettings(window);

    // The report is shown whole before it goes anywhere, and names nobody.
    await window.fill(say('settings-report-note'), `${company}, +852 6123 4567`);
    await window.announces(say('settings-report-made'), () => window.click('button', say('settings-report-make')));
    await window.click('button', say('settings-report-copy'));
    const report = await until('the copy of the report', () => {
      const text = clipboard();
      return text.includes('hoitung_report') && text;
    });
    for (const canary of ['金絲雀', '6123 4567', where.home, ready['client-secret'], ready['client-id']]) {
      assert.ok(!report.includes(canary), `${canary} is in the report`);
    }
    const shown = await window.browser.execute(() => document.querySelector('pre').textContent);
    assert.equal(report.trim(), shown.trim(), 'what is copied is not what is shown');
    assert.ok(shown.includes('[company], [mobile]'), shown);
    await window.click('button', say('settings-report-save'));
    const kept = await until('the saved report', () => fs.readdirSync(path.join(where.home, 'sheets')).find((name) => /^hoitung-report-.*\.txt$/.test(name)));
    assert.equal(fs.readFileSync(path.join(where.home, 'sheets', kept), 'utf8').trim(), shown.trim(), 'what is saved is not what was shown');
    await until('where it lies', async () => (await window.text()).replace(/\s/g, '').includes(kept));
    await window.shot(`${shots}-report.png`);
    await faultless(window);

    const written = () => fs.readdirSync(path.join(where.home, 'logs')).filter((name) => name.endsWith('.jsonl'));
    assert.ok(written().length > 0);
    await window.announces(say('settings-logs-cleared'), () => window.click('button', say('settings-logs-clear')));
    assert.deepEqual(written(), []);

    // Nothing is gone before the name was typed.
    const installation = fs.readFileSync(path.join(where.home, 'installation'), 'utf8');
    assert.ok(secretsOf(installation) > 0, 'the key store is not looked into');
    await window.click('button', say('settings-purge-look'));
    await window.sees(company);
    const go = await window.control('button', say('settings-purge-go'));
    assert.equal(await go.getAttribute('aria-disabled'), 'true', 'it goes without the name');
    await window.fill(say('settings-purge-type'), 'hoitung');
    await window.shot(`${shots}-purge.png`);
    await faultless(window);
    await window.announces(say('settings-purge-done'), () => window.click('button', say('settings-purge-go')));
    await window.shot(`${shots}-gone.png`);
    await faultless(window);
    assert.deepEqual(fs.existsSync(where.home) ? fs.readdirSync(where.home) : [], []);
    assert.equal(secretsOf(installation), 0);
    // What the web view itself keeps goes when its window is closed.
    const pages = path.join(process.env.HOME, '.local/share/hk.hoitung.app');
    assert.ok(fs.existsSync(pages), 'the web view keeps nothing there');
    const close = await window.control('button', say('settings-purge-close'));
    // The window need not live to answer.
    await close.click().catch(() => {});
    await until('what the web view kept to go', () => !fs.existsSync(pages));
    await window.close();
    assert.ok(!fs.existsSync(pages), 'a process of the web view has made it again');
  });

  // F62
  test(`a damaged file is told on the screen, with where it lies, ${language}`, async (t) => {
    const where = place(`damaged-${language}`);
    await prepared(where);
    const db = path.join(where.home, 'hoitung.db');
    const bytes = fs.readFileSync(db);
    bytes.fill(0xa5, 0, 60);
    fs.writeFileSync(db, bytes);
    const window = await openWindow(where, { args: ['--practice', '--lang', language] });
    t.after(() => window.close());
    await window.sees(say('keeping-damaged'));
    await window.shot(`${shots}-damaged.png`);
    await faultless(window);
    const aside = fs.readdirSync(where.home).find((name) => /^hoitung-damaged-.*\.db$/.test(name));
    assert.ok((await window.text()).replace(/\s/g, '').includes(aside), 'nobody is told where the damaged file lies');
    assert.deepEqual(fs.readFileSync(path.join(where.home, aside)), bytes);
    await window.click('button', say('keeping-read'));
    await until('the note to go', async () => !(await window.text()).includes(say('keeping-damaged')));
    await window.sees(company);
  });
}
