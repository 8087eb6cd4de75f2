// Where it runs, in the real window: a place is chosen at the last stop and told on its page; the files of each way to start
// the runner are saved, read back and hold no secret; and while a runner without a window looks after the folder, the window
// says so quietly, stands by, and takes over when the runner is killed.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { ValidationSeverity, validate } from 'dockerfile-utils';
import yaml from 'js-yaml';
import { cli, prepared } from './lib/company.mjs';
import { clipboard } from './lib/desktop.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const company = '海港 "示範" 50% 公司';

async function runner(env) {
  const child = spawn(cli, ['run', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  assert.equal(JSON.parse(line).event, 'started');
  return child;
}

const read = (dir) => Object.fromEntries(fs.readdirSync(dir).map((name) => [name, fs.readFileSync(path.join(dir, name))]));

for (const language of ['en', 'zh-HK']) {
  const say = words(language);

  test(`a place is chosen, told, and its files are saved, ${language}`, async (t) => {
    const where = place(`place-${language}`);
    const { ready } = await prepared(where, company);
    const window = await openWindow(where, { args: ['--lang', language], env: { TZ: 'Asia/Hong_Kong' } });
    t.after(() => window.close());
    const shot = (name) => window.shot(path.join(process.cwd(), 'target', 'place', language, `${name}.png`));
    const clean = async () => assert.deepEqual(await window.accessibilityFaults(), []);

    await window.click('button', say('welcome-go-on', { name: company }));
    await window.control('heading', say('register-title'));
    await window.gone('button', say('rail-place'));
    await window.click('button', new RegExp(`${say('stop-protect')}`));
    await window.click('radio', say('place-this-pc'));
    await window.click('button', say('rail-place'));
    await window.control('heading', say('place-title'));
    await window.sees(say('place-fact-sleep'));
    await window.sees(say('place-steps-pc'));
    await clean();
    await shot('this-pc');

    // Another place on the page itself: other facts, other ways, and it is kept.
    await window.click('radio', say('place-office-server'));
    await window.sees(say('place-fact-server-line'));
    const saved = async (target, names) => {
      await window.click('button', say('place-save'));
      const all = path.join(where.home, 'deploy');
      const folder = () => fs.existsSync(all) && fs.readdirSync(all).find((name) => name.endsWith(target));
      const dir = path.join(all, await until('the folder', folder));
      await window.sees(say('place-saved', { path: dir }));
      const files = read(dir);
      assert.deepEqual(Object.keys(files).sort(), names);
      for (const [name, bytes] of Object.entries(files)) {
        for (const text of [bytes.toString('utf8'), bytes.toString('utf16le')]) {
          assert.ok(!text.includes(ready.client_secret), `${name} holds the secret`);
        }
      }
      await clean();
      await shot(target);
      return files;
    };
    const units = await saved('systemd', ['hoitung-check.service', 'hoitung-check.timer', 'hoitung.service', 'install.sh']);
    assert.match(units['hoitung-check.service'].toString('utf8'), /--connection "海港 \\"示範\\" 50%% 公司"/);
    await window.click('button', say('place-copy-command', { number: 3 }));
    await until('the command in the clipboard', () => clipboard() === 'sudo sh install.sh');

    await window.click('radio', say('place-target-container'));
    const container = await saved('container', ['Containerfile', 'compose.yaml']);
    const remarks = validate(container.Containerfile.toString('utf8'), { instructionWorkdirRelative: ValidationSeverity.ERROR });
    assert.deepEqual(remarks.map((one) => `${one.range.start.line + 1}: ${one.message}`), []);
    const { services, secrets } = yaml.load(container['compose.yaml'].toString('utf8'));
    assert.equal(services.hoitung.build, '.');
    assert.deepEqual(services.hoitung.secrets.map((one) => one.source), Object.keys(secrets));
    assert.match(secrets['client-secret'].file, /^\.\/secrets\//);
    await window.click('radio', say('place-target-windows-task'));
    const task = await saved('windows-task', ['hoitung-task.xml']);
    assert.deepEqual([...task['hoitung-task.xml'].subarray(0, 2)], [0xff, 0xfe]);

    await window.click('button', say('place-to-list'));
    await window.control('heading', say('protect-title'));
    assert.ok(await (await window.control('radio', say('place-office-server'))).isSelected());
  });

  // F75
  test(`the window stands by for a runner, and takes over when it is killed, ${language}`, async (t) => {
    const where = place(`place-runner-${language}`);
    const { env } = await prepared(where, company);
    const child = await runner(env);
    t.after(() => child.kill('SIGKILL'));
    const window = await openWindow(where, { args: ['--lang', language], env: { TZ: 'Asia/Hong_Kong' } });
    t.after(() => window.close());
    await window.click('button', say('welcome-go-on', { name: company }));
    await window.click('button', new RegExp(`^${say('rail-home')}`));
    const note = say('overview-looked-after', { program: 'runner', host: os.hostname() });
    await window.sees(note);
    assert.deepEqual(await window.accessibilityFaults(), []);
    await window.shot(path.join(process.cwd(), 'target', 'place', language, 'stands-by.png'));
    // The window does all that a person asks of it meanwhile.
    await window.click('button', say('overview-check'));
    await window.sees(say('overview-checked-now'));

    child.kill('SIGKILL');
    await once(child, 'exit');
    // At the next look, a minute later at most.
    await until('the note is gone', async () => !(await window.text()).includes(note), 90_000);
    assert.equal(JSON.parse(tell(['run', '--alive', '--json'], env)).alive, true);
    assert.equal(JSON.parse(tell(['run', '--json'], env)).problem, 'folder-held');
  });
}

// Its answer, whatever its exit code.
function tell(args, env) {
  try {
    return execFileSync(cli, args, { env, encoding: 'utf8' });
  } catch (error) {
    return error.stdout;
  }
}
