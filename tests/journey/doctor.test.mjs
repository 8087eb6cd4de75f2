// The doctor in the real window: on its own page, where an error from anywhere is pasted; beside the task that failed; and
// before there is a company. The way out is one press away.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { clipboard } from './lib/desktop.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';
import { beside, goToStop, paste, whatever } from './lib/trouble.mjs';

const canary = 'SECcanary0123456789abcdef0123456789abcdef0123456789abcdef01234567';
const refused =
  '{"errcode":88,"sub_code":"60020","sub_msg":"访问ip不在白名单之中,request ip=203.0.113.77 appKey(dingexample)","errmsg":"ding talk error[subcode=60020,submsg=访问ip不在白名单之中,request ip=203.0.113.77 appKey(dingexample)]","request_id":"16l4ew3d47pdp"}';

// Somebody's secret within DingTalk's own words, which are repeated on the screen and for IT.
const leaking = refused.replaceAll('appKey(dingexample)', `appKey(dingexample) secret=${canary}`);

const copyButton = (say, what) => say('doctor-copy-of', { what });

for (const language of ['en', 'zh-HK']) {
  const say = words(language);
  const shots = path.join(process.cwd(), 'target', 'doctor', language);
  const told = say('problem-address-refused', { ip: '203.0.113.77' });

  test(`an error text is explained, and its button leads to the right task, ${language}`, async (t) => {
    const window = await openWindow(place('doctor'), { args: ['--practice', '--lang', language] });
    t.after(() => window.close());
    await window.click('button', say('rail-doctor'));
    await window.control('heading', say('doctor-title'));
    await window.shot(`${shots}-empty.png`);
    await paste(window, say('doctor-text'), `POST /robot/send secret=${canary}\n${leaking}`);
    await window.click('button', say('doctor-read'));
    await window.control('heading', say('doctor-answer'));
    await window.sees(told);
    // In the folds too: DingTalk's own words, and what IT is sent.
    const answer = await window.browser.execute((heading) => heading.closest('section').textContent, await window.control('heading', say('doctor-answer')));
    assert.ok(answer.split('secret=[hidden]').length > 2, `what was pasted is repeated, its secret hidden:\n${answer}`);
    assert.ok(!answer.includes(canary), 'a pasted secret is not repeated');
    await window.shot(`${shots}-told.png`);
    assert.deepEqual(await window.accessibilityFaults(), []);
    await window.click('button', copyButton(say, told));
    await until('the copy for IT', () => clipboard().includes('16l4ew3d47pdp'));
    assert.ok(clipboard().startsWith(say('doctor-for-it')), 'what was pasted is nobody’s practice');
    assert.ok(clipboard().includes('secret=[hidden]'), 'DingTalk’s own words are copied for IT');
    assert.ok(!clipboard().includes(canary), 'a pasted secret is not copied for IT');

    // To the task itself, not only to its stop: its heading has the focus and is in sight.
    await window.click('button', say('doctor-go', { task: say('task-allow-list') }));
    await window.control('heading', say('protect-title'));
    await until('the task to have the focus', async () => (await window.focused())?.name === say('task-allow-list'));

    // A proxy is put right on the network's page, which is no stop of the set-up.
    await window.click('button', say('rail-doctor'));
    await paste(window, say('doctor-text'), 'HTTP/1.1 407 Proxy Authentication Required');
    await window.click('button', say('doctor-read'));
    const cause = whatever(say, 'problem-proxy-sign-in', 'host');
    await until('the proxy’s trouble', async () => cause.test(await window.text()));
    await window.click('button', say('doctor-go-network'));
    await window.control('heading', say('network-title'));

    await window.click('button', say('rail-doctor'));
    await paste(window, say('doctor-text'), 'nothing that anybody knows, errcode 987654');
    await window.click('button', say('doctor-read'));
    await window.sees('987654');
    await window.shot(`${shots}-unknown.png`);
  });

  test(`the doctor stands beside what failed, and answers before there is a company, ${language}`, async (t) => {
    const window = await openWindow(place('doctor-beside'), { args: ['--lang', language] });
    t.after(() => window.close());
    await window.click('button', say('tour-skip'));
    await window.click('button', say('rail-doctor'));
    await paste(window, say('doctor-text'), refused);
    await window.click('button', say('doctor-read'));
    await window.sees(told);
    await window.sees(say('doctor-where-task', { task: say('task-allow-list'), stop: say('stop-protect') }));
    await window.sees(say('doctor-elsewhere'));
    assert.deepEqual(await window.accessibilityFaults(), []);
    await window.shot(`${shots}-alone.png`);
    await window.click('button', say('doctor-back'));

    await window.click('button', say('welcome-practice-start'));
    await window.control('heading', say('register-title'));
    await goToStop(window, say, 'keys');
    for (const [name, value] of [
      ['corp-id', 'ding7a1c0e5d2b934f8635c2f4657eb6378f'],
      ['client-id', 'dingk3x9v2m7q1t8w5zr'],
      ['client-secret', canary.slice(3)],
    ]) await window.fill(say(`field-${name}`), value);
    await window.click('button', say('keys-try'));
    const cause = say('problem-credentials-refused');
    await beside(window, say('field-client-secret'), cause);
    await window.shot(`${shots}-beside.png`);
    await window.click('button', copyButton(say, cause));
    await until('the copy for IT', () => clipboard().startsWith(say('doctor-for-it-practice')));
    assert.ok(!clipboard().includes(canary.slice(3)), 'a secret that was typed is not copied for IT');
    await window.click('button', say('doctor-ask-of', { what: cause }));
    await window.control('heading', say('doctor-answer'));
    await window.sees(cause);
    assert.deepEqual(await window.accessibilityFaults(), []);
    await window.click('button', say('doctor-go', { task: say('task-credentials') }));
    await window.control('heading', say('keys-title'));
  });
}
