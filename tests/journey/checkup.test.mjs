// The check-up in the real window: everything at once with how far it is, stopped, a trouble with its way out and a copy for
// IT, another address told with what to do about it, and when it is checked by itself. By mouse, and the last part by keyboard.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { prepared } from './lib/company.mjs';
import { clipboard } from './lib/desktop.mjs';
import { admin, journal } from './lib/practice.mjs';
import { inTask } from './lib/trouble.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const company = '示範貿易有限公司';

for (const language of ['en', 'zh-HK']) {
  test(`everything is looked at, stopped, mended, and told to IT, ${language}`, async (t) => {
    const say = words(language);
    const where = place(`checkup-${language}`);
    const { ready } = await prepared(where, company, 'read-staff');
    const window = await openWindow(where, { args: ['--lang', language], env: { TZ: 'Asia/Hong_Kong' } });
    t.after(() => window.close());
    const shot = (name) => window.shot(path.join(process.cwd(), 'target', 'checkup', language, `${name}.png`));
    const clean = async () => assert.deepEqual(await window.accessibilityFaults(), []);
    const scenario = (name, on) => admin(where.home, 'scenario', { name, on });
    const again = () => window.click('button', say('checkup-again'));
    const needs = (count) => say('checkup-ended', { result: say('checkup-some-need', { count }) });
    const fine = say('checkup-ended', { result: say('checkup-all-fine') });

    // The address that calls come from, so that another one can be told from it.
    await window.click('button', say('welcome-go-on', { name: company }));
    await window.click('button', new RegExp(`^${say('rail-setup')}`));
    await window.click('button', new RegExp(say('stop-protect')));
    await window.click('button', say('protect-type-it'));
    await window.fill(say('field-address'), '203.0.113.10');
    await window.click('button', say('protect-type-take'));
    await window.click('button', say('rail-checkup'));
    await window.control('heading', say('checkup-title'));
    await window.sees(say('checkup-never'));
    await window.announces(fine, () => window.click('button', say('checkup-run')));
    await window.sees(say('checkup-group-fine'));
    await window.sees('203.0.113.10');
    await shot('fine');
    await clean();
    const sent = (await journal(where.home)).filter(({ kind }) => kind === 'robot_message');
    assert.deepEqual(sent, [], 'nothing is ever sent to find out');

    // Stopped in the middle: what stood there stands.
    await scenario('slow', true);
    await again();
    await window.sees(say('checkup-progress', { done: 0, total: 18 }));
    await shot('running');
    await window.announces(say('checkup-stopped'), () => window.click('button', say('checkup-stop')));
    await scenario('slow', false);
    await window.sees(say('checkup-all-fine'));

    // A trouble: whose it is, the way out, and what IT needs, without a secret.
    await scenario('missing_permission', true);
    await window.announces(needs(1), again);
    await window.sees(say('checkup-group-needs'));
    await window.sees(say('overview-needs', { who: 'dingtalk-admin' }));
    await shot('needs');
    await clean();
    await window.click('button', say('checkup-copy-one', { check: say('checkup-name-permissions') }));
    await until('the copy for IT', () => clipboard().includes('qyapi_get_department_member'));
    assert.ok(clipboard().includes(say('checkup-for-it-practice')) && clipboard().includes(company));
    assert.ok(!clipboard().includes(ready.client_secret), 'the secret leaves');
    await window.click('button', say('checkup-go-one', { check: say('checkup-name-permissions') }));
    await window.control('heading', say('permissions-title'));
    await scenario('missing_permission', false);
    await window.click('button', say('rail-checkup'));
    await window.announces(fine, again);

    // Another address: both are told, since when, and what to do. Looked for without a whole check-up.
    await admin(where.home, 'public-ip', { ip: '198.51.100.99' });
    await window.announces(say('sentinel-looked', { result: say('sentinel-changed', { ip: '198.51.100.99' }) }), () => window.click('button', say('sentinel-look')));
    await inTask(window, say('sentinel-title'), say('sentinel-changed', { ip: '198.51.100.99' }));
    await inTask(window, say('sentinel-title'), say('advice-fixed'));
    await shot('address');
    await clean();
    await window.click('button', say('sentinel-copy', { ip: '198.51.100.99' }));
    await until('the address copied', () => clipboard() === '198.51.100.99');
    await window.click('button', say('sentinel-letter'));
    await until('the letter copied', () => clipboard().includes('198.51.100.99') && clipboard().includes(company));
    await window.announces(needs(2), again);
    await admin(where.home, 'public-ip', { ip: '203.0.113.10' });
    await window.announces(fine, again);

    // When it is checked by itself, by keyboard alone.
    await window.press('radio', say('plan-once'));
    await window.announces(say('plan-saved'), () => window.press('button', say('plan-save')));
    await window.press('radio', say('plan-off'));
    await window.announces(say('plan-saved'), () => window.press('button', say('plan-save')));
    await window.sees(say('plan-none'));
    await shot('plan');
    await window.resize(600, 800);
    await clean();
    await shot('narrow');
  });
}
