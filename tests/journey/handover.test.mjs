// Handing over, in the real window: the sheet is printed, what a sealed file will hold is shown, a weak passphrase is refused
// with its reason, the file is written where the system's dialog says; on another computer it is opened and the company works.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { cli } from './lib/company.mjs';
import { answer } from './lib/dialog.mjs';
import { beside, practiceProcess, steps } from './lib/trouble.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const company = '示範貿易有限公司';

function run(home, args, input = '') {
  return execFileSync(cli, args, { input, encoding: 'utf8', env: { ...process.env, HOITUNG_HOME: home } });
}

// A company whose hosts were given by hand: it works from any home.
async function office(home) {
  const server = await practiceProcess(home, ['--app', 'ready']);
  const { corp_id, client_id, client_secret, agent_id, old_host, new_host, robot_webhook, robot_secret } = server.ready;
  const keys = ['--corp-id', corp_id, '--client-id', client_id, '--agent-id', agent_id];
  const hosts = ['--old-host', old_host, '--new-host', new_host, '--secret-stdin'];
  run(home, ['connection', 'add', '--name', company, '--region', 'practice', ...keys, ...hosts], client_secret);
  const robot = ['robot', 'add', '--connection', company, '--name', '財務部', '--webhook-stdin'];
  run(home, robot, `${robot_webhook}\n${robot_secret}\n`);
  const token = new URL(robot_webhook).searchParams.get('access_token');
  return { server, secrets: [client_secret, robot_secret, token] };
}

for (const language of ['en', 'zh-HK']) {
  const say = words(language);
  const shots = path.join(process.cwd(), 'target', 'handover', language);

  test(`a company goes to another computer in a sealed file, ${language}`, async (t) => {
    const step = steps(t);
    const [here, there] = [place('handover-here'), place('handover-there')];
    const { server, secrets } = await office(here.home);
    t.after(() => server.stop());
    const sealed = path.join(here.dir, 'office.hoitung');
    const faultless = async (window) => {
      assert.deepEqual(await window.accessibilityFaults(), []);
      for (const secret of secrets) assert.ok(!(await window.text()).includes(secret), 'a secret is on the screen');
    };
    let passphrase = '';

    const old = await openWindow(here, { args: ['--lang', language] });
    await step('the sheet is made, opened, and holds no secret', async () => {
      await old.click('button', say('welcome-go-on', { name: company }));
      await old.click('button', say('rail-handover'));
      await old.control('heading', say('handover-title'));
      await faultless(old);
      await old.shot(`${shots}-page.png`);
      await old.announces(say('handover-page-made'), () => old.click('button', say('handover-sheet-make')));
      const opened = await until('the sheet in the browser', () => here.opened().find((one) => one.includes('handover-')));
      const page = fs.readFileSync(here.opened().find((one) => one.includes('handover-')), 'utf8');
      assert.ok(opened && page.includes(company));
      for (const secret of secrets) assert.ok(!page.includes(secret));
      await old.announces(say('handover-page-made'), () => old.click('button', say('handover-health-make')));
      const health = await until('the health sheet in the browser', () => here.opened().find((one) => one.includes('health-')));
      assert.ok(fs.readFileSync(health, 'utf8').includes(company));
    });

    await step('what will be inside is shown before a passphrase is asked for', async () => {
      await old.click('button', say('handover-file-look'));
      await old.sees(say('handover-file-holds'));
      await old.sees(say('handover-has-robots', { names: '財務部', count: 2 }));
      await faultless(old);
    });

    await step('a weak passphrase is refused with its reason, and nothing is written', async () => {
      await old.fill(say('field-passphrase'), 'password1234');
      await old.sees(say('handover-typed-other'));
      await old.fill(say('handover-again'), 'password1234');
      await old.sees(say('handover-typed-same'));
      await old.click('button', say('handover-file-save'));
      await beside(old, say('field-passphrase'), say('problem-passphrase-weak', { reason: 'common' }));
      await old.shot(`${shots}-weak.png`);
      await faultless(old);
      assert.ok(!fs.existsSync(sealed));
    });

    await step('the offered one seals it, where the dialog says', async () => {
      await old.click('button', say('handover-offer'));
      passphrase = (await old.text()).match(/([A-Z2-9]{4}-){4}[A-Z2-9]{4}/)[0];
      for (const field of ['field-passphrase', 'handover-again']) await old.fill(say(field), passphrase);
      await old.sees(say('handover-typed-same'));
      await answer(() => old.click('button', say('handover-file-save')), sealed);
      await old.sees(sealed);
      const text = fs.readFileSync(sealed, 'utf8');
      assert.ok(text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----') && (fs.statSync(sealed).mode & 0o777) === 0o600);
      assert.ok(!(await old.text()).includes(passphrase), 'the passphrase is off the screen');
      await old.click('button', say('handover-recovery-print'));
      const paper = await until('the recovery sheet', () => here.opened().find((one) => one.includes('recovery-')));
      assert.ok(paper);
      assert.ok(!fs.readFileSync(here.opened().find((one) => one.includes('recovery-')), 'utf8').includes(passphrase));
      await old.shot(`${shots}-sealed.png`);
    });

    await step('files for a programmer go into a folder of their own', async () => {
      const folder = path.join(here.dir, 'starter');
      fs.mkdirSync(folder);
      await answer(() => old.click('button', say('handover-starter-save')), folder);
      await old.sees(path.join(folder, 'dingtalk-starter'));
      assert.ok(fs.existsSync(path.join(folder, 'dingtalk-starter', 'dingtalk.py')));
    });

    await old.close();
    const fresh = await openWindow(there, { args: ['--lang', language] });
    t.after(() => fresh.close());
    await step('on another computer the file is opened from the first page', async () => {
      await fresh.click('button', say('tour-skip'));
      await fresh.click('button', say('welcome-handover'));
      await answer(() => fresh.click('button', say('handover-pick')), sealed);
      await fresh.sees('office.hoitung');
      await fresh.fill(say('field-passphrase'), 'not the passphrase');
      await fresh.click('button', say('handover-open'));
      await beside(fresh, say('field-passphrase'), say('problem-passphrase-wrong'));
      await fresh.fill(say('field-passphrase'), passphrase.toLowerCase().replaceAll('-', ' '));
      await fresh.click('button', say('handover-open'));
      await fresh.sees(say('handover-has-robots', { names: '財務部', count: 2 }));
      await fresh.shot(`${shots}-found.png`);
      await faultless(fresh);
    });

    await step('it is taken in, and a real call takes its keys', async () => {
      await fresh.announces(say('handover-taken', { names: company, count: 3 }), () => fresh.click('button', say('handover-take')));
      await fresh.control('button', say('rail-handover'));
      assert.ok((await fresh.text()).includes(company));
      const token = JSON.parse(run(there.home, ['token', '--connection', company, '--json']));
      assert.ok(token.seconds > 60);
      await fresh.shot(`${shots}-taken.png`);
      await faultless(fresh);
    });

    const names = () => JSON.parse(run(there.home, ['connection', 'list', '--json'])).map((one) => one.name);
    const again = async (way) => {
      await fresh.click('button', say('rail-handover'));
      await fresh.click('button', say('handover-import-begin'));
      await answer(() => fresh.click('button', say('handover-pick')), sealed);
      await fresh.fill(say('field-passphrase'), passphrase);
      await fresh.click('button', say('handover-open'));
      await fresh.sees(say('handover-here-same-app', { name: company }));
      await fresh.click('radio', say(`handover-way-${way}`));
    };

    await step('a second time it is told to be here already, and it replaces what is here', async () => {
      await again('replace');
      await fresh.shot(`${shots}-conflict.png`);
      await faultless(fresh);
      await fresh.announces(say('handover-taken', { names: company, count: 3 }), () => fresh.click('button', say('handover-take')));
      assert.deepEqual(names(), [company]);
      assert.ok(JSON.parse(run(there.home, ['token', '--connection', company, '--json'])).seconds > 60);
    });

    await step('or it stands beside, under a name of its own', async () => {
      await again('beside');
      await fresh.click('button', say('handover-take'));
      await until('the second one', () => names().length === 2);
      assert.equal(new Set(names()).size, 2);
    });
  });
}
