// The network page in the real window. Practising: each host of the practice server is told, and the part for IT is copied.
// In a company: what is no address is refused beside its box; a proxy that does not answer, one that wants a name, and one that
// says no are each told beside every host; and the password that puts it right goes to the proxy and nowhere else.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { officeProxy } from './lib/proxy.mjs';
import { beside, inTask } from './lib/trouble.mjs';
import { clipboard } from './lib/desktop.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const roles = ['old-gateway', 'new-gateway', 'login', 'stream'];
const [user, password] = ['siu-ming', 'canary-of-the-proxy'];

for (const language of ['en', 'zh-HK']) {
  const say = words(language);
  const shots = path.join(process.cwd(), 'target', 'network', language);
  const faultless = async (window) => assert.deepEqual(await window.accessibilityFaults(), []);

  test(`the way is tested, each host is told, and so is IT, ${language}`, async (t) => {
    const window = await openWindow(place('network'), { args: ['--practice', '--lang', language] });
    t.after(() => window.close());
    await window.click('button', say('rail-network'));
    await window.control('heading', say('network-title'));
    await window.sees(say('network-test-never'));
    await window.click('button', say('network-test-run'));
    await window.sees(say('network-test-good', { all: roles.length }));
    for (const role of roles) await inTask(window, say(`network-role-${role}`), say('network-state-reached'));
    await window.sees(say('network-clock-good'));
    await window.shot(`${shots}-tested.png`);
    await faultless(window);
    await window.click('button', say('network-copy'));
    await until('the copy for IT', () => clipboard().includes(say('network-for-it-practice')));
  });

  test(`a wrong proxy is told beside every host, and put right, ${language}`, async (t) => {
    const proxy = await officeProxy(user, password);
    const gone = await officeProxy(user, password);
    await gone.close();
    const window = await openWindow(place('network-proxy'), { args: ['--lang', language] });
    t.after(async () => {
      await window.close();
      await proxy.close();
    });
    await window.click('button', say('tour-skip'));
    await window.click('button', say('welcome-company-start'));
    await window.click('button', say('rail-network'));
    await window.click('radio', say('proxy-mode-manual'));

    await window.fill(say('field-proxy-address'), 'proxy without a port');
    await window.click('button', say('network-save'));
    await beside(window, say('field-proxy-address'), say('problem-proxy-address-malformed'));
    await window.shot(`${shots}-malformed.png`);
    await faultless(window);

    const saved = () => window.announces(say('network-saved'), () => window.click('button', say('network-save')));
    const tested = async (cause, args = {}) => {
      const again = new RegExp(`^(${say('network-test-run')}|${say('network-test-again')})$`);
      await window.announces(say('network-test-bad', { failed: roles.length, all: roles.length }), () => window.click('button', again));
      const hosts = await window.codes();
      assert.equal(new Set(hosts).size, roles.length, `each host once: ${hosts}`);
      for (const [at, role] of roles.entries()) {
        for (const id of [cause, `${cause}.fix`]) await inTask(window, say(`network-role-${role}`), say(id, { ...args, host: hosts[at] }));
      }
      await window.shot(`${shots}-${cause}.png`);
      await faultless(window);
      return hosts.sort();
    };

    await window.fill(say('field-proxy-address'), gone.address);
    await saved();
    assert.ok(!(await window.text()).includes(say('problem-proxy-address-malformed')), 'what was put right is no longer told');
    await tested('problem-proxy-unreachable', { proxy: gone.address });

    await window.fill(say('field-proxy-address'), proxy.address);
    await saved();
    const hosts = await tested('problem-proxy-sign-in');
    assert.ok(proxy.asked.length >= hosts.length && proxy.asked.every(({ signedIn }) => !signedIn));

    await window.fill(say('network-user'), user);
    await window.fill(say('field-proxy-password'), password);
    await saved();
    proxy.asked.length = 0;
    await tested('problem-proxy-refused');
    const signedIn = proxy.asked.filter((one) => one.signedIn).map(({ host }) => host);
    assert.deepEqual([...new Set(signedIn)].sort(), hosts, 'every host is asked for with the password');
    assert.ok(!(await window.wholePage()).includes(password), 'the password is on the screen');

    // It is kept, and can be let go.
    await window.click('button', say('rail-doctor'));
    await window.click('button', say('rail-network'));
    assert.equal(await (await window.control('textbox', say('field-proxy-address'))).getValue(), proxy.address);
    await window.click('radio', say('proxy-mode-none'));
    await saved();
    await window.gone('textbox', say('field-proxy-address'));
  });
}
