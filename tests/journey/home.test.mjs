// After the set-up: Home, asking somebody else, and several companies, in the real window and in both languages.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { prepared } from './lib/company.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const company = '示範貿易有限公司';
const other = 'Harbour Demo Trading';

const secretsKept = () => {
  try {
    return execFileSync('secret-tool', ['search', '--all', '--unlock', 'service', 'Hoitung'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch {
    return '';
  }
};

for (const language of ['en', 'zh-HK']) {
  test(`Home says how it stands, somebody is asked, and companies come and go, ${language}`, async (t) => {
    const say = words(language);
    const where = place(`home-${language}`);
    const { ready, run } = await prepared(where, company);
    const window = await openWindow(where, { args: ['--lang', language], env: { TZ: 'Asia/Hong_Kong' } });
    t.after(() => window.close());
    const shot = (name) => window.shot(path.join(process.cwd(), 'target', 'home', language, `${name}.png`));
    const clean = async () => assert.deepEqual(await window.accessibilityFaults(), []);

    // Home of a company that is not finished: what is next, and everything checked at a press.
    await window.click('button', say('welcome-go-on', { name: company }));
    await window.control('heading', say('register-title'));
    await window.click('button', new RegExp(`^${say('rail-home')}`));
    await window.control('heading', say('overview-first'));
    await window.click('button', say('overview-check'));
    await window.sees(say('overview-checked-now'));
    await window.sees(say('task-token'));
    await clean();
    await shot('checked');

    // Somebody else is asked: the message in both languages, by mail, without a secret.
    await window.click('button', new RegExp(`^${say('rail-setup')}`));
    await window.click('button', new RegExp(`${say('stop-permissions')}`));
    await window.control('heading', say('permissions-title'));
    await window.click('button', `${say('ask-open')} ${say('task-published')}`);
    await window.click('radio', say('who-boss'));
    await window.sees(say('ask-task-published'));
    await clean();
    await shot('letter');
    await window.click('button', say('ask-mail'));
    const mail = await until('the mail', () => where.opened().find((one) => one.startsWith('mailto:')));
    assert.ok(mail.length <= 2000 && /^[\x21-\x7e]+$/.test(mail), mail);
    const letter = new URL(mail).searchParams;
    assert.ok(letter.get('subject').length > 0 && letter.get('body').length > 0);
    const page = await window.wholePage();
    for (const secret of [ready.client_secret, ready.robot_secret, ready.robot_webhook.split('access_token=')[1]]) {
      assert.ok(!page.includes(secret) && !decodeURIComponent(mail).includes(secret), 'a secret leaves');
    }
    await window.click('button', say('ask-noted'));
    await window.sees(say('ask-since-now', { who: 'boss' }));
    await clean();
    await shot('asked');
    assert.equal(run('waiting')[0].task, 'published');

    // It waits on Home, with whom it waits for.
    await window.click('button', new RegExp(`^${say('rail-home')}`));
    await window.sees(say('overview-asked-now', { needs: say('overview-needs', { who: 'boss' }) }));
    await shot('waits');

    // Companies: another name, a copy, and away with it, shown to be gone.
    await window.click('button', say('rail-companies'));
    await window.click('button', say('welcome-more-name', { name: company }));
    await window.click('button', `${say('welcome-rename')} ${company}`);
    await window.fill(say('field-company-name'), other);
    await window.click('button', say('welcome-rename-save'));
    await window.control('button', say('welcome-go-on', { name: other }));
    await window.click('button', say('welcome-more-name', { name: other }));
    await window.click('button', `${say('welcome-duplicate')} ${other}`);
    await clean();
    await window.click('button', say('welcome-duplicate-make'));
    await window.control('heading', say('register-title'));
    assert.deepEqual(run('connection', 'list').map(({ name }) => name), [other, say('welcome-duplicate-name', { name: other })]);
    await window.click('button', new RegExp(`^${say('rail-count', { count: 2 })}`));
    await window.click('button', new RegExp(`^${other}`));
    await window.click('button', say('rail-companies'));
    await window.click('button', say('welcome-more-name', { name: other }));
    await window.click('button', `${say('welcome-remove')} ${other}`);
    await window.sees(say('welcome-remove-secrets', { count: 1 }));
    await clean();
    await shot('remove');
    assert.ok(secretsKept().includes(ready.client_secret));
    await window.click('button', say('welcome-remove-now', { name: other }));
    await window.sees(say('welcome-gone', { name: other, count: 1 }));
    await shot('gone');
    assert.ok(!secretsKept().includes(ready.client_secret), 'the key store still holds it');
    assert.equal(run('connection', 'list').length, 1);
  });
}
