// Bad input and bad luck in the real window: each has its own words, loses nothing that was typed, and the app goes on.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { admin, journal, running } from './lib/practice.mjs';
import { bareBus, beside, copy, goToStop, inTask, occupy, paste, practiceProcess, readyWorld, startAgain, steps, told, value, whatever } from './lib/trouble.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const say = words('en');
const fields = ['corp-id', 'client-id', 'client-secret', 'agent-id'];
const field = (name) => say(`field-${name}`);
const other = (key, name) => say(key, { other: name });

async function fillKeys(window, keys) {
  for (const name of fields) await window.fill(field(name), keys[name]);
}

async function typedKeys(window, names = fields) {
  const held = {};
  for (const name of names) held[name] = await value(window, field(name));
  return held;
}

const only = (keys, names) => Object.fromEntries(names.map((name) => [name, keys[name]]));
const seenBeside = (window, name) => (text) => beside(window, field(name), text);

test('one company, with everything typed wrong that can be', async (t) => {
  const step = steps(t);
  const where = place('trouble');
  // The checks are to be green but for the trouble at hand, wherever this test runs.
  const open = () => openWindow(where, { args: ['--practice', '--lang', 'en'], env: { TZ: 'Asia/Hong_Kong' } });
  const { keys, robot } = await readyWorld(where.home);
  let window = await open();
  t.after(() => window.close());
  const tryKeys = () => window.click('button', say('keys-try'));
  const shown = ['corp-id', 'client-id', 'agent-id'];

  await step('a wrong secret: the refusal stands beside it, and the rest stays', async () => {
    await goToStop(window, say, 'keys');
    await fillKeys(window, { ...keys, 'client-secret': 'A'.repeat(64) });
    await beside(window, field('client-secret'), say('note-looks-right'));
    await tryKeys();
    await told(window, seenBeside(window, 'client-secret'), say, 'problem-credentials-refused');
    assert.deepEqual(await typedKeys(window, shown), only(keys, shown));
    await window.sees(say('keys-secret-pasted', { count: 64 }));
  });

  await step('a secret cut off in the middle is noticed while it is typed, and the real call decides', async () => {
    await window.fill(field('client-secret'), keys['client-secret'].slice(0, 30));
    await beside(window, field('client-secret'), say('note-too-short', { length: '30', expected: '64' }));
    await tryKeys();
    await beside(window, field('client-secret'), say('problem-credentials-refused'));
    await window.sees(say('keys-secret-pasted', { count: 30 }));
    assert.deepEqual(await typedKeys(window, shown), only(keys, shown));
  });

  await step('a letter that only looks like a Latin one is named', async () => {
    const cyrillic = keys['client-id'].replace('i', 'і');
    await window.fill(field('client-id'), cyrillic);
    await window.fill(field('client-secret'), keys['client-secret']);
    await beside(window, field('client-id'), say('note-look-alike', { character: 'і' }));
    await tryKeys();
    await inTask(window, say('keys-four'), say('problem-credentials-refused'));
    assert.equal(await value(window, field('client-id')), cyrillic);
  });

  await step('keys in each other’s boxes are told apart, and stay where they were typed', async () => {
    const swapped = { ...keys, 'corp-id': keys['client-id'], 'client-id': keys['corp-id'] };
    await fillKeys(window, swapped);
    await beside(window, field('corp-id'), other('note-looks-like-other', 'client-id'));
    await beside(window, field('client-id'), other('note-looks-like-other', 'corp-id'));
    await tryKeys();
    await told(window, seenBeside(window, 'corp-id'), say, 'problem-keys-swapped', { other: 'client-id' });
    assert.deepEqual(await typedKeys(window), swapped);
  });

  await step('a paste without any key in it says so, and fills in nothing', async () => {
    const before = await typedKeys(window);
    copy('Dear all, lunch is at one. 示範貿易有限公司');
    await window.click('button', say('keys-paste'));
    await told(window, (text) => window.sees(text), say, 'problem-paste-nothing-found');
    assert.deepEqual(await typedKeys(window), before);
  });

  await step('spaces around a key and full-width letters are put right, and the keys are taken', async () => {
    const wide = [...keys['corp-id']].map((letter) => String.fromCodePoint(letter.codePointAt(0) + 0xfee0)).join('');
    await fillKeys(window, { ...keys, 'corp-id': wide, 'client-id': `  ${keys['client-id']} ` });
    await beside(window, field('corp-id'), say('note-full-width-converted'));
    await beside(window, field('client-id'), say('note-spaces-removed'));
    await tryKeys();
    await window.click('button', say('keys-next'));
  });

  await step('a second start ends by itself, and the first window goes on', async () => {
    await window.control('heading', say('permissions-title'));
    const server = running(where.home);
    assert.equal(await startAgain(where), 0);
    assert.deepEqual(running(where.home), server);
    for (const purpose of ['group-messages', 'read-staff']) await window.click('checkbox', say(`purpose-${purpose}`));
    await window.click('button', say('permissions-check'));
    await window.click('button', say('permissions-next'));
    await window.click('button', say('test-run'));
    await window.control('button', say('test-robot-save'));
  });

  for (const [webhook, host] of [
    ['https://hooks.slack.com/services/T00000000/B00000000/demo', 'hooks.slack.com'],
    ['http://evil.example/robot/send?access_token=demo', 'evil.example'],
  ]) {
    await step(`a webhook of ${host} is refused by its name, and the form stays as it is`, async () => {
      const form = { 'robot-name': '財務部', webhook, 'robot-secret': robot.secret };
      for (const [name, text] of Object.entries(form)) await window.fill(field(name), text);
      await beside(window, field('webhook'), say('note-webhook-foreign'));
      await window.click('button', say('test-robot-save'));
      await told(window, seenBeside(window, 'webhook'), say, 'problem-webhook-foreign', { host });
      assert.deepEqual(await typedKeys(window, Object.keys(form)), form);
    });
  }

  await step('a real group’s webhook is told apart from practice, and nothing is saved', async () => {
    await window.fill(field('webhook'), 'https://oapi.dingtalk.com/robot/send?access_token=demo');
    await beside(window, field('webhook'), say('note-webhook-real'));
    await window.click('button', say('test-robot-save'));
    await told(window, seenBeside(window, 'webhook'), say, 'problem-webhook-real');
  });

  await step('the right webhook is taken, with the name and the secret that stood there', async () => {
    await window.fill(field('webhook'), robot.webhook);
    await beside(window, field('webhook'), say('note-webhook-right'));
    await window.click('button', say('test-robot-save'));
    await window.control('button', say('test-send-group'));
    await inTask(window, say('task-robot'), '財務部');
  });

  const send = () => window.click('button', say('test-send-group'));
  await step('a message without words is not sent', async () => {
    await window.fill(field('message'), '  ');
    await send();
    await told(window, seenBeside(window, 'message'), say, 'problem-message-empty');
  });

  const long = '款'.repeat(7000);
  const size = { bytes: String(Buffer.byteLength(JSON.stringify({ msgtype: 'text', text: { content: long }, msgUuid: '0'.repeat(32) }))), limit: '20000' };
  await step('a message of 21 KB is weighed, not sent, and not lost when the app is killed', async () => {
    await paste(window, field('message'), long);
    await window.sees(say('message-size', { bytes: Number(size.bytes), limit: Number(size.limit) }));
    await send();
    await told(window, seenBeside(window, 'message'), say, 'problem-message-too-long', size);
    assert.equal(await value(window, field('message')), long);
    assert.deepEqual((await journal(where.home)).filter(({ kind }) => kind === 'robot_message'), []);
  });

  await step('killed, and its ports taken by another program: the practice server comes up on others', async (t) => {
    const before = running(where.home);
    const addresses = ({ old_host, new_host, login_host, console_url }) => [old_host, new_host, login_host, console_url];
    const ports = addresses(before).map((address) => Number(new URL(address).port));
    await window.kill();
    await until('the ports to be free', () => occupy(ports).then((free) => (t.after(free), true), () => false));
    window = await open();
    await window.control('heading', say('test-title'));
    const now = running(where.home);
    for (const address of addresses(before)) assert.ok(!addresses(now).includes(address), `${address} is taken`);
    assert.equal(await value(window, field('message')), long);
    await window.click('button', say('test-run-again'));
    await window.control('button', say('test-send-group'));
    await inTask(window, say('test-checks'), say('test-checks-fine'));
  });

  const text = '你好「財務部」\n㗎𨋢𠝹𡃁嘅啲 ＼"\\" \t👋👨‍👩‍👧‍👦🇭🇰 — naïve';
  await step('Chinese, Hong Kong’s own characters and emoji arrive byte for byte, through the moved server', async () => {
    await paste(window, field('message'), text);
    await send();
    await window.control('button', say('test-next'));
    const messages = (await journal(where.home)).filter(({ kind }) => kind === 'robot_message');
    assert.deepEqual(messages.map(({ text }) => Buffer.from(text)), [Buffer.from(text)]);
  });

  for (const [scenario, title, expected] of [
    ['wrong_key', 'task-token', [say('problem-credentials-refused'), say('problem-credentials-refused.fix')]],
    ['throttled', 'task-points', [say('problem-throttled'), whatever(say, 'problem-throttled.fix', 'seconds')]],
    ['unreachable', 'task-token', [say('problem-unreachable', { host: 'practice' }), say('problem-unreachable.fix', { host: 'practice' })]],
    ['missing_permission', 'task-points', [whatever(say, 'problem-permission-missing', 'permissions'), say('problem-permission-missing.fix')]],
    ['clock_offset', 'task-clock', [whatever(say, 'problem-clock-offset', 'seconds'), say('problem-clock-offset.fix')]],
  ]) {
    await step(`${scenario}: its words stand in «${say(title)}», and go when the trouble is over`, async () => {
      await admin(where.home, 'scenario', { name: scenario, on: true });
      await runChecks(window);
      for (const words of expected) await inTask(window, say(title), words);
      await admin(where.home, 'scenario', { name: scenario, on: false });
      await runChecks(window);
      await inTask(window, say('test-checks'), say('test-checks-fine'));
    });
  }

  await step('ip_refused: the panel opens here with the address, and goes when it is let in', async () => {
    await admin(where.home, 'scenario', { name: 'ip_refused', on: true });
    await runChecks(window);
    await window.control('heading', new RegExp(say('refused-title')));
    assert.match(await window.refusedAddress(), /^198\.51\.100\.\d+$/);
    await admin(where.home, 'scenario', { name: 'ip_refused', on: false });
    await window.click('button', say('refused-check'));
    await window.gone('heading', new RegExp(say('refused-title')));
    await runChecks(window);
    await inTask(window, say('test-checks'), say('test-checks-fine'));
  });

  await step('a practice server that another process runs on the same home is used, and no second one started', async (t) => {
    await window.close();
    const server = await practiceProcess(where.home);
    t.after(server.stop);
    window = await open();
    await window.control('heading', say('test-title'));
    await runChecks(window);
    await inTask(window, say('test-checks'), say('test-checks-fine'));
    assert.equal(running(where.home).pid, server.pid);
  });
});

test('a key store that is absent, then there, then locked', async (t) => {
  const step = steps(t);
  const where = place('key-store');
  const { keys } = await readyWorld(where.home);
  const bus = await bareBus(where.dir);
  t.after(() => bus.end());
  const open = () => openWindow(where, { args: ['--practice', '--lang', 'en'], env: bus.env });
  let window = await open();
  t.after(() => window.close());
  const tryKeys = () => window.click('button', say('keys-try'));

  await step('absent: said beside the secret, which stays in its box', async () => {
    await goToStop(window, say, 'keys');
    await fillKeys(window, keys);
    await tryKeys();
    await told(window, seenBeside(window, 'client-secret'), say, 'problem-vault-absent');
    assert.deepEqual(await typedKeys(window), keys);
  });

  await step('switched on, and Hoitung started again as the words say: the keys are taken', async () => {
    await window.close();
    await bus.openKeyStore();
    window = await open();
    await window.control('heading', say('keys-title'));
    const saved = ['corp-id', 'client-id', 'agent-id'];
    assert.deepEqual(await typedKeys(window, saved), only(keys, saved));
    await window.fill(field('client-secret'), keys['client-secret']);
    await tryKeys();
    await window.control('button', say('keys-next'));
  });

  await step('locked: said beside the secret, and taken once the store’s own window has its password', async () => {
    bus.lock();
    await window.fill(field('client-secret'), keys['client-secret']);
    await tryKeys();
    await told(window, seenBeside(window, 'client-secret'), say, 'problem-vault-locked');
    assert.deepEqual(await typedKeys(window), keys);
    await bus.typePassword();
    await tryKeys();
    await window.control('button', say('keys-next'));
  });
});

test('a home that cannot be written is told in words, and nothing crashes', async (t) => {
  const where = place('no-home');
  fs.writeFileSync(path.join(where.dir, 'file'), 'in the way');
  const window = await openWindow({ ...where, home: path.join(where.dir, 'file', 'home') }, { args: ['--lang', 'en'] });
  t.after(() => window.close());
  await window.control('heading', say('welcome-brand'));
  await told(window, (text) => window.sees(text), say, 'problem-home-unusable');
});

async function runChecks(window) {
  const again = await window.has('button', say('test-run-again'));
  await window.click('button', again ? say('test-run-again') : say('test-run'));
  await until('the checks to end', async () => !(await window.text()).includes(say('state-running')));
}
