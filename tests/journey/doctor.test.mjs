// The doctor's page in the real window: an error from anywhere is pasted, and the way out is one press away.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openWindow, place } from './lib/window.mjs';
import { words } from './lib/words.mjs';
import { paste } from './lib/trouble.mjs';

const canary = 'SECcanary0123456789abcdef0123456789abcdef0123456789abcdef01234567';
const refused =
  '{"errcode":88,"sub_code":"60020","sub_msg":"访问ip不在白名单之中,request ip=203.0.113.77 appKey(dingexample)","errmsg":"ding talk error[subcode=60020,submsg=访问ip不在白名单之中,request ip=203.0.113.77 appKey(dingexample)]","request_id":"16l4ew3d47pdp"}';

for (const language of ['en', 'zh-HK']) {
  test(`an error text is explained, and its button leads to the right stop, ${language}`, async (t) => {
    const say = words(language);
    const where = place('doctor');
    const window = await openWindow(where, { args: ['--practice', '--lang', language] });
    t.after(() => window.close());
    const shots = path.join(process.cwd(), 'target', 'doctor', language);
    await window.click('button', say('rail-doctor'));
    await window.control('heading', say('doctor-title'));
    await window.shot(`${shots}-empty.png`);
    await paste(window, say('doctor-text'), `POST /robot/send secret=${canary}\n${refused}`);
    await window.click('button', say('doctor-read'));
    await window.control('heading', say('doctor-answer'));
    await window.sees(say('problem-address-refused', { ip: '203.0.113.77' }));
    await window.shot(`${shots}-told.png`);
    assert.deepEqual(await window.accessibilityFaults(), []);
    await window.control('button', say('doctor-copy'));
    await window.click('button', say('doctor-go', { stop: say('stop-protect') }));
    await window.control('heading', say('protect-title'));

    await window.click('button', say('rail-doctor'));
    await paste(window, say('doctor-text'), 'nothing that anybody knows, errcode 987654');
    await window.click('button', say('doctor-read'));
    await window.sees('987654');
    await window.shot(`${shots}-unknown.png`);
    assert.ok(!(await window.text()).includes(canary), 'a pasted secret is not repeated');
  });
}
