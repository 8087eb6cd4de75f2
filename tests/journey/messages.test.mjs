// The first message in the real window: the robot's security told by its refusal, a template, the test group first, a
// message of which nobody knows whether it arrived, and a work notice to oneself first. Each arrives once.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { admin, journal, openBrowser, running } from './lib/practice.mjs';
import { beside, goToStop, paste, readyWorld, steps, value } from './lib/trouble.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const group = '財務部';
const rehearsal = '試發群組';
const keyword = '通知';

for (const language of ['en', 'zh-HK']) {
  const say = words(language);
  const field = (name) => say(`field-${name}`);

  test(`messages are composed, tried first, and sent once, ${language}`, async (t) => {
    const step = steps(t);
    const where = place('messages');
    const { keys, robot } = await readyWorld(where.home);
    const browser = await openBrowser(language);
    t.after(() => browser.close());
    const open = () => openWindow(where, { args: ['--practice', '--lang', language], env: { TZ: 'Asia/Hong_Kong' } });
    let window = await open();
    t.after(() => window.close());
    const shot = (name) => window.shot(path.join(process.cwd(), 'target', 'messages', language, `${name}.png`));
    const arrived = async (kind = 'robot_message') => (await journal(where.home)).filter((one) => one.kind === kind);
    const texts = async () => (await arrived()).map(({ text }) => text);
    const waitFor = (count, kind) => until(`${count} of ${kind ?? 'robot_message'}`, async () => (await arrived(kind)).length === count);

    await step('the checks are done', async () => {
      await goToStop(window, say, 'keys');
      for (const [name, text] of Object.entries(keys)) await window.fill(field(name), text);
      await window.click('button', say('keys-try'));
      await window.click('button', say('keys-next'));
      for (const purpose of ['group-messages', 'work-notices', 'read-staff', 'read-departments']) {
        await window.click('checkbox', say(`purpose-${purpose}`));
      }
      await window.click('button', say('permissions-check'));
      await window.click('button', say('permissions-next'));
      await window.click('button', say('test-run'));
      await window.control('button', say('test-robot-save'));
      await shot('robot');
    });

    await step('a robot that wants a signature says so, and one press sends the same message signed', async () => {
      await window.fill(field('robot-name'), group);
      await window.fill(field('webhook'), robot.webhook);
      await window.click('checkbox', say('robot-signature'));
      await window.click('button', say('test-robot-save'));
      await window.fill(field('message'), '第一則');
      await window.click('button', say('test-send-group'));
      await window.control('heading', say('robot-signature-wanted'));
      assert.deepEqual(await texts(), []);
      await shot('signature-wanted');
      assert.deepEqual(await window.accessibilityFaults(), []);
      await window.fill(field('robot-secret'), robot.secret);
      await window.click('button', say('robot-signature-send'));
      await window.control('button', say('test-next'));
      assert.deepEqual(await texts(), ['第一則']);
      await shot('delivered');
    });

    await step('Enter that confirms a candidate submits nothing; Enter by itself does', async () => {
      await window.click('button', say('test-robot-add'));
      await window.fill(field('robot-name'), rehearsal);
      await window.confirmCandidate(field('robot-name'));
      await window.settle();
      assert.equal(await value(window, field('robot-name')), rehearsal);
      assert.ok(!(await window.text()).includes(say('problem-key-empty')), 'nothing was submitted');
      await window.keys(['Enter']);
      await beside(window, field('webhook'), say('problem-key-empty'));
    });

    await step('a second robot, of the test group, is saved', async () => {
      const { page } = browser;
      await page.goto(new URL('/groups/finance/robots/new', running(where.home).console_url).href);
      await page.getByRole('checkbox', { name: /加签/ }).uncheck();
      await page.getByRole('checkbox', { name: /自定义关键词/ }).check();
      await page.locator('[name=keywords]').fill(keyword);
      await page.getByRole('button', { name: /添加机器人/ }).click();
      await page.waitForURL(/done=robot/);
      const [webhook] = await page.locator('main dl code').allInnerTexts();
      await window.fill(field('webhook'), webhook.trim());
      // Somebody who does not know what it asks for keeps the advice, and has no secret to give.
      await window.click('checkbox', say('robot-signature'));
      await window.click('checkbox', say('robot-rehearsal'));
      await window.click('button', say('test-robot-save'));
      await window.gone('textbox', field('webhook'));
      await window.sees(say('robot-rehearsal-tag'));
    });

    await step('a template takes the place of what was written, which can be brought back', async () => {
      await window.fill(field('message'), '自己的話');
      await window.choose(say('message-template'), say('template-typhoon'));
      assert.equal(await value(window, field('message-title')), say('template-typhoon.title'));
      await window.click('button', say('message-template-undo'));
      assert.equal(await value(window, field('message')), '自己的話');
      await window.choose(say('message-template'), say('template-payday'));
      await shot('template');
      assert.deepEqual(await window.accessibilityFaults(), []);
    });

    await step('who is called by name stays when a template goes, and the fold does not shut under the fingers', async () => {
      const summary = `//summary[normalize-space()="${say('message-mentions')}"]`;
      await window.fill(field('message'), '自己的話');
      await window.choose(say('message-template'), say('template-typhoon'));
      await window.browser.$(summary).click();
      await window.fill(field('mentions'), '+852-91234567');
      await window.click('button', say('message-template-undo'));
      assert.equal(await value(window, field('message')), '自己的話');
      assert.equal(await value(window, field('mentions')), '+852-91234567');
      await window.fill(field('mentions'), '');
      assert.equal(await value(window, field('mentions')), '');
      assert.equal(await window.browser.$(`${summary}/..`).getProperty('open'), true);
    });

    const text = '出糧：糧單今日以電郵發出。㗎𨋢 HK$1,234.50 👋';
    const keyed = say('message-with-keyword', { keyword, text });
    await step('the keyword that the test group wants is put in by one press', async () => {
      await paste(window, field('message'), text);
      await window.click('button', say('message-test-send', { name: rehearsal }));
      await window.control('heading', say('robot-keyword-wanted'));
      await shot('keyword-wanted');
      assert.equal((await texts()).length, 1, 'what was refused did not arrive');
      await window.fill(field('keyword'), keyword);
      await window.click('button', say('robot-keyword-put'));
      await until('the keyword in the message', async () => (await value(window, field('message'))) === keyed);
    });

    await step('it is tried in the test group first, and goes on from there, byte for byte', async () => {
      await window.click('button', say('message-test-send', { name: rehearsal }));
      await window.sees(say('message-tried', { name: rehearsal }));
      await shot('tried');
      await window.click('button', say('message-now', { name: group }));
      await waitFor(3);
      assert.deepEqual(await texts(), ['第一則', keyed, keyed]);
      await window.sees(say('message-again-why', { name: group, when: '\u0001' }).split('\u0001')[0].trim());
    });

    await step('no answer came: whether it arrived is asked, over a power cut too, and nothing is sent twice', async () => {
      const doubtful = `${keyword}：有去無回`;
      await paste(window, field('message'), doubtful);
      await admin(where.home, 'fault', { kind: 'reset', call: '/robot/send', times: 1 });
      await window.click('button', say('message-straight', { name: group }));
      await window.control('heading', say('message-doubt'));
      await shot('doubt');
      assert.deepEqual(await window.accessibilityFaults(), []);
      await window.kill();
      window = await open();
      await window.control('heading', say('message-doubt'));
      assert.equal(await value(window, field('message')), doubtful);
      await window.click('button', say('message-doubt-seen'));
      await window.gone('heading', say('message-doubt'));
      await window.control('button', say('test-next'));
      assert.deepEqual((await texts()).slice(3), [doubtful], 'it had arrived, once');
    });

    await step('a work notice goes to oneself first, then to a colleague', async () => {
      await window.click('radio', say('test-way-notice'));
      await window.click('button', say('test-recipients-read'));
      const people = await window.options(say('message-me'));
      const [me, colleague] = people.slice(1);
      await window.choose(say('message-me'), me);
      await window.choose(field('recipient'), colleague);
      await paste(window, field('message'), '請各位交表。');
      await shot('notice');
      assert.deepEqual(await window.accessibilityFaults(), []);
      await window.click('button', say('message-me-send'));
      await waitFor(1, 'work_notice');
      await window.click('button', new RegExp(`^${say('message-now', { name: '\u0001' }).split('\u0001')[0]}`));
      await waitFor(2, 'work_notice');
      await shot('noticed');
      const reached = (await arrived('work_notice')).flatMap(({ user_ids: ids }) => ids);
      assert.equal(new Set(reached).size, 2, 'each once');
    });
  });
}
