// One journey: a fresh home, the real window, the real browser, and what is asked of the end.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { keyboard, mouse } from './hands.mjs';
import { journal, openBrowser } from './practice.mjs';
import { openWindow, place, until } from './window.mjs';
import { words } from './words.mjs';

export const shots = path.join(import.meta.dirname, '../../../target');

export const stopNames = ['register', 'keys', 'permissions', 'test', 'protect'];

export async function begin({ name, language, hands: kind, wholePage, zone = 'Asia/Hong_Kong', folder = 'journeys', args = [], env = {} }) {
  const where = place(name);
  const say = words(language);
  const browser = await openBrowser(language);
  const walk = { where, say, language, wholePage, zone, until, page: browser.page, secrets: {}, message: `${name} 你好，財務部 㗎𨋢 👋 hello` };
  let count = 0;
  walk.shot = async (label, page) => {
    count += 1;
    const file = path.join(shots, folder, language, `${String(count).padStart(2, '0')}-${label}.png`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (page) await page.screenshot({ path: file });
    else await walk.window.shot(file);
  };
  walk.remember = (secrets) => Object.assign(walk.secrets, secrets);
  walk.open = async () => {
    walk.window = await openWindow(where, { args: [...args, '--lang', language], env: { TZ: zone, ...env } });
    walk.hands = kind === 'keyboard' ? keyboard(walk.window, browser.page) : mouse(walk.window, browser.page);
  };
  walk.end = async () => {
    await walk.window?.close();
    await browser.close();
  };
  await walk.open();
  return walk;
}

export async function noAccessibilityFaults(walk) {
  assert.deepEqual(await walk.window.accessibilityFaults(), []);
}

// The canaries: what was copied from the console as secret must be nowhere but in the key store and the practice world.
export function canaries({ secrets: { keys, robot } }) {
  const token = robot && new URL(robot.webhook).searchParams.get('access_token');
  return [keys?.clientSecret, token, robot?.secret].filter(Boolean);
}

export async function noSecretOnScreen(walk) {
  const page = await walk.window.wholePage();
  for (const canary of canaries(walk)) assert.ok(!page.includes(canary), 'a secret stands in the page');
}

export function noSecretInFiles(walk) {
  const look = (dir) => {
    for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
      const file = path.join(dir, entry.name);
      // The pretend DingTalk knows its own secrets, as the real one does.
      if (entry.isDirectory()) {
        if (entry.name !== 'practice') look(file);
      } else if (entry.isFile()) {
        const bytes = fs.readFileSync(file);
        for (const canary of canaries(walk)) {
          assert.ok(!bytes.includes(canary), `a secret stands in ${entry.name}`);
          assert.ok(!bytes.includes(Buffer.from(canary, 'utf16le')), `a secret stands in ${entry.name} (UTF-16)`);
          assert.ok(!bytes.includes(Buffer.from(canary).toString('base64').slice(0, 40)), `a secret stands in ${entry.name} (base64)`);
        }
      }
    }
  };
  look(walk.where.dir);
}

export function secretsInKeyStore(walk) {
  const found = execFileSync('secret-tool', ['search', '--all', '--unlock', 'service', 'Hoitung'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  for (const canary of canaries(walk)) assert.ok(found.includes(canary), 'a secret is not in the key store');
}

export async function messageArrived(walk) {
  const effects = await journal(walk.where.home);
  const messages = effects.filter(({ kind }) => kind === 'robot_message');
  assert.deepEqual(messages.map(({ text }) => text), [walk.message], 'exactly one message stands in the group');
}

// What the finish page says was verified is what the database holds.
export function saved(walk) {
  const query = "select task, json_extract(evidence, '$.kind') from task where evidence is not null";
  const rows = execFileSync('python3', ['-c', 'import sqlite3,sys,json\nprint(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))', path.join(walk.where.home, 'hoitung.db'), query], { encoding: 'utf8' });
  return Object.fromEntries(JSON.parse(rows));
}
