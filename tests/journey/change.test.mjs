// Changing one thing of a set-up that works, in the real window: a rotation with overlap, killed half-way and gone on
// with; a dead secret entered again on the spot; the page for the approver; other uses; a move of region.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { openBrowser, running } from './lib/practice.mjs';
import { goToStop, practiceProcess, whatever } from './lib/trouble.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const owner = 'chan-siu-ming';
const fields = ['corp-id', 'client-id', 'client-secret', 'agent-id'];

async function readyWorld(home) {
  const server = await practiceProcess(home, ['--app', 'ready']);
  const { corp_id, client_id, client_secret, agent_id } = server.ready;
  await server.stop();
  return { 'corp-id': corp_id, 'client-id': client_id, 'client-secret': client_secret, 'agent-id': agent_id };
}

// A new secret, as a person makes one in the console: the old one is refused from then on.
async function resetSecret(where, clientId, locale) {
  const { page, close } = await openBrowser(locale);
  try {
    const console_ = running(where.home).console_url.replace(/\/$/, '');
    const credentials = `${console_}/apps/${clientId}/credentials?lang=${locale}&secret=shown`;
    await page.goto(credentials);
    const reset = page.locator('form[action$="/credentials/reset"]');
    await page.locator('details').filter({ has: reset }).locator('summary').click();
    await reset.locator('button').click();
    await page.waitForURL(/done=secret/);
    await page.goto(credentials);
    return await page.locator('code').filter({ hasText: /^[A-Za-z0-9_-]{64}$/ }).first().innerText();
  } finally {
    await close();
  }
}

for (const language of ['en', 'zh-HK']) {
  test(`one thing is changed and the rest is kept (${language})`, async (t) => {
    const say = words(language);
    const where = place(`change-${language}`);
    const keys = await readyWorld(where.home);
    const open = () => openWindow(where, { args: ['--practice', '--lang', language], env: { TZ: 'Asia/Hong_Kong', USERNAME: owner } });
    let window = await open();
    t.after(() => window.close());
    const gone = whatever(say, 'change-old-gone', 'at', { by: owner });
    const faultless = async () => assert.deepEqual(await window.accessibilityFaults(), []);

    await goToStop(window, say, 'keys');
    for (const name of fields) await window.fill(say(`field-${name}`), keys[name]);
    await window.click('button', say('keys-try'));
    await window.click('button', say('keys-next'));

    // The page for the approver opens in the system's browser, and holds no secret.
    for (const use of ['read-staff', 'manage-staff']) await window.click('checkbox', say(`purpose-${use}`));
    await window.click('button', say('permissions-check'));
    await window.control('button', say('permissions-check-again'));
    await window.click('button', say('permissions-sheet-make'));
    const sheet = await until('the page for the approver', () => where.opened().find((one) => one.endsWith('.html')));
    const page = fs.readFileSync(sheet.startsWith('file:') ? fileURLToPath(sheet) : sheet, 'utf8');
    assert.ok(page.includes('qyapi_manage_addresslist') && !page.includes(keys['client-secret']));
    await faultless();

    // A rotation: the plug is pulled after it, and the old secret is still told.
    const second = await resetSecret(where, keys['client-id'], language);
    assert.notEqual(second, keys['client-secret']);
    await window.click('button', say('rail-change'));
    // The remark on what was typed has its room kept, or the button would slip away as one presses it.
    const gap = () => window.gap(['textbox', say('field-client-secret')], ['button', say('change-secret-try')]);
    const before = await gap();
    await window.fill(say('field-client-secret'), second);
    await window.sees(say('note-looks-right'));
    assert.equal(await gap(), before);
    await window.click('button', say('change-secret-try'));
    await window.control('button', say('change-old-disabled'));
    await faultless();
    await window.kill();
    window = await open();
    await window.click('button', say('rail-change'));
    await window.press('button', say('change-old-disabled'));
    await window.gone('button', say('change-old-disabled'));
    // The button is gone; whoever pressed it by keyboard goes on at what it left.
    await until('what became of the old secret to have the focus', async () => gone.test(await window.textInFocus()));

    // A dead secret is entered again beside the task that failed.
    const third = await resetSecret(where, keys['client-id'], language);
    // The entry also tells how many stops are done.
    await window.click('button', new RegExp(`^${say('rail-setup')}`));
    await goToStop(window, say, 'permissions');
    await window.click('button', say('permissions-check-again'));
    await window.click('button', say('change-secret-again'));
    await window.fill(say('field-client-secret'), third);
    await window.click('button', say('change-secret-try'));
    await window.gone('textbox', say('field-client-secret'));
    await window.click('button', say('permissions-check'));
    await window.control('button', say('permissions-check-again'));

    // Fewer uses, and then the other region: both tell before they do.
    await window.click('button', say('rail-change'));
    await window.click('checkbox', say('purpose-manage-staff'));
    await window.sees('qyapi_manage_addresslist');
    await window.click('button', say('change-uses-save'));
    await window.control('heading', say('permissions-title'));
    await window.click('button', say('rail-change'));
    await window.click('radio', say('region-io'));
    await window.press('button', say('change-leave'));
    await window.gone('button', say('change-leave'));
    await until('the choice to keep the focus', async () => (await window.focused())?.name === say('region-com'));
    await window.click('radio', say('region-io'));
    await window.sees(say('change-region-aside'));
    await faultless();
    await window.click('button', say('change-region-move', { region: say('region-io') }));
    await window.control('heading', say('register-title'));
    await window.click('button', say('rail-change'));
    await window.control('button', say('change-old-disabled'));

    const screen = await window.wholePage();
    for (const secret of [keys['client-secret'], second, third]) {
      assert.ok(!screen.includes(secret), 'a secret is on the screen');
      for (const file of fs.readdirSync(where.home).filter((one) => one.startsWith('hoitung'))) {
        assert.ok(!fs.readFileSync(path.join(where.home, file)).includes(secret), `a secret is in ${file}`);
      }
    }
  });
}
