// What the company's IT has laid down, and new versions, in the real window: what a rule decides is shown shut with its reason,
// what nobody understands is told, and a release is looked for, brought, refused when it was changed, and taken when it is right.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { test } from 'node:test';
import { publisher } from './lib/release.mjs';
import { noView, openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const laidDown = {
  Regions: 'international',
  Proxy: 'proxy.office:8080',
  Updates: 'off',
  PracticeMode: 'off',
  Telemetrie: 'off',
};

const skip = noView(place('policy-view'));

for (const language of ['en', 'zh-HK']) {
  const say = words(language);
  const shots = path.join(process.cwd(), 'target', 'policy', language);
  const faultless = async (window) => assert.deepEqual(await window.accessibilityFaults(), []);
  const isShut = async (window, role, name) => !(await (await window.control(role, name)).isEnabled());
  const toSettings = async (window) => {
    await window.click('button', say('rail-settings'));
    await window.control('heading', say('settings-title'));
  };
  const both = async (window, heading, name) => {
    for (const [width, height] of [[900, 640], [1280, 800]]) {
      await window.resize(width, height);
      const title = await window.control('heading', heading);
      await title.scrollIntoView({ block: 'start' });
      await window.shot(`${shots}-${name}-${width}.png`);
    }
    await faultless(window);
  };

  test(`what IT has laid down is shown shut, with its reason, ${language}`, { skip }, async (t) => {
    const window = await openWindow(place(`policy-${language}`), { args: ['--lang', language], policy: laidDown });
    t.after(() => window.close());
    await window.click('button', say('tour-skip'));
    await window.sees(say('welcome-practice-off'));
    assert.ok(await isShut(window, 'button', say('welcome-practice-start')));
    await both(window, say('welcome-practice'), 'welcome');

    // The company begins in the region that is left.
    await window.click('button', say('welcome-company-start'));
    await window.control('radio', say('region-io'));
    assert.ok(await isShut(window, 'radio', say('region-com')));
    assert.ok(!(await isShut(window, 'radio', say('region-io'))));
    await window.sees(say('policy-fixed-region'));
    await both(window, say('task-region'), 'region');

    await window.click('button', say('rail-network'));
    for (const mode of ['system', 'manual', 'none']) assert.ok(await isShut(window, 'radio', say(`proxy-mode-${mode}`)));
    const address = await window.control('textbox', say('field-proxy-address'));
    assert.equal(await address.getValue(), 'proxy.office:8080');
    assert.ok(await address.getAttribute('readonly'));
    await window.sees(say('policy-fixed-proxy'));
    await both(window, say('network-proxy-title'), 'proxy');

    await toSettings(window);
    for (const rule of ['region-international', 'updates-off', 'practice-off']) await window.sees(say(`policy-rule-${rule}`));
    await window.sees(say('policy-rule-proxy-address', { detail: 'proxy.office:8080' }));
    await window.sees(say('policy-fault-unknown', { name: 'Telemetrie', location: '/etc/hoitung/policy.json' }));
    await both(window, say('policy-title'), 'rules');
    await window.sees(say('update-origin-off'));
    assert.ok(await isShut(window, 'button', say('update-look')));
    assert.ok(await isShut(window, 'radio', say('update-habit-install')));
    await both(window, say('update-title'), 'updates-off');
    await window.click('radio', say('settings-theme-dark'));
    await both(window, say('policy-title'), 'rules-dark');
  });

  test(`a policy that cannot be read is taken as its strictest and told, ${language}`, { skip }, async (t) => {
    const window = await openWindow(place(`policy-broken-${language}`), { args: ['--lang', language], policy: '{"Updates": ' });
    t.after(() => window.close());
    await window.click('button', say('tour-skip'));
    // No company can be opened, so its place is told here.
    await window.sees(say('policy-fault-unreadable', { location: '/etc/hoitung/policy.json' }));
    assert.ok(await isShut(window, 'button', say('welcome-practice-start')));
    await window.click('button', say('welcome-company-start'));
    await window.sees(say('problem-region-forbidden', { allowed: 'none' }));
    await window.shot(`${shots}-broken.png`);
    await faultless(window);
  });

  // S57
  test(`a new version is looked for, refused when it was changed, and taken when it is right, ${language}`, async (t) => {
    const maker = await publisher();
    const where = place(`update-${language}`);
    const env = { ...maker.env, HOITUNG_UPDATE_REPLACEABLE: 'yes' };
    const window = await openWindow(where, { args: ['--practice', '--lang', language], env });
    t.after(async () => {
      await window.close();
      await maker.close();
    });
    await toSettings(window);
    await window.sees(say('update-looked-never'));
    // The newest already; nothing there; then one that is newer.
    maker.offer('0.1.0');
    await window.announces(say('update-stage-newest'), () => window.click('button', say('update-look')));
    await both(window, say('update-title'), 'newest');
    const bytes = randomBytes(600_000);
    const whatsNew = { en: 'Reminders can be sent to a group.\nStarting is twice as fast.', 'zh-HK': '提醒可以發送到群組。\n啟動速度加快一倍。' };
    maker.offer('0.2.0', { package: bytes, brought: Buffer.concat([bytes.subarray(1), Buffer.from('x')]), whatsNew });
    await window.click('button', say('update-look'));
    await window.sees(whatsNew[language].split('\n')[0]);
    await window.control('button', say('rail-settings') + ' ' + say('rail-newer'));
    await both(window, say('update-title'), 'offered');

    await window.click('button', say('update-download'));
    await window.sees(say('problem-update-tampered'));
    await both(window, say('update-title'), 'tampered');

    maker.offer('0.2.0', { package: bytes, held: true, whatsNew });
    await window.click('button', say('update-download'));
    await window.control('progressbar', say('update-downloaded'));
    await until('half of it', async () => /29[0-9]|3[0-9]{2}/.test(await window.text()));
    await both(window, say('update-title'), 'downloading');
    maker.release();
    await window.sees(say('update-ready', { version: '0.2.0' }));
    await both(window, say('update-title'), 'ready');
    await window.click('radio', say('settings-theme-dark'));
    await both(window, say('update-title'), 'ready-dark');
    // Here nothing can start it; the window stays, and says so.
    await window.click('button', say('update-install'));
    await window.sees(say('problem-update-not-installed'));
    await window.shot(`${shots}-not-installed.png`);
    await faultless(window);
  });

  test(`a build that knows no place to look says so, ${language}`, async (t) => {
    const window = await openWindow(place(`update-none-${language}`), { args: ['--practice', '--lang', language] });
    t.after(() => window.close());
    await toSettings(window);
    await window.sees(say('update-origin-none'));
    assert.equal(await window.has('button', say('update-look')), false);
    await both(window, say('update-title'), 'none');
  });
}
