// The newcomer's way through the five stops, with whatever hands. It finds every control by the words on the screen.
import * as site from './console.mjs';

export const person = { name: '示範同事', email: 'office@demo-trading.example', company: '示範貿易有限公司' };
const app = { name: '財務訊息', description: '通知財務部同事' };

// Presses a link of the app's and follows it in the browser, as the system would.
async function follow(walk, role, id) {
  const { window, hands, say, page, language } = walk;
  const before = window.where.opened().length;
  await hands.press(role, say(id));
  const opened = await walk.until(`the link of «${id}»`, () => window.where.opened()[before]);
  await site.goTo(page, opened, language);
}

// The tour comes by itself at the very first start, over the welcome page.
export async function tour({ window, hands, say, shot }) {
  await window.control('heading', say('tour-line'));
  await shot('tour');
  await hands.press('button', say('tour-skip'));
  await window.gone('heading', say('tour-line'));
}

export async function welcome(walk) {
  const { window, hands, say, shot } = walk;
  await tour(walk);
  await window.control('heading', say('welcome-title'));
  await shot('welcome');
  await hands.press('button', say('welcome-practice-start'));
  await window.control('heading', say('register-title'));
}

export async function register(walk) {
  const { window, hands, say, page, shot } = walk;
  await window.control('heading', say('register-title'));
  await shot('register');
  await hands.write(say('field-company-name'), person.company);
  await hands.write(say('field-email'), person.email);
  await hands.press('radio', say('app-type-internal'));
  await hands.press('radio', say('region-com'));
  await hands.press('radio', say('residency-hong-kong'));
  await hands.press('button', say('register-confirm'));
  await window.control('button', say('register-next'));
  await follow(walk, 'button', 'register-open-developer');
  await site.registerDeveloper(hands, page, say, person);
  await shot('console-apps', page);
  await follow(walk, 'button', 'register-open-apps');
  await site.createApp(hands, page, app);
  await shot('console-credentials', page);
  await hands.press('checkbox', say('register-created'));
  await shot('register-done');
  await hands.press('button', say('register-next'));
}

export async function keys(walk) {
  const { window, hands, say, page, shot, remember } = walk;
  await window.control('heading', say('keys-title'));
  await shot('keys');
  await follow(walk, 'button', 'keys-open');
  await site.showSecret(hands, page);
  const copied = await site.readKeys(page);
  remember({ keys: copied });
  if (walk.wholePage) {
    await site.copyPage(page);
    await hands.press('button', say('keys-paste'));
    await window.sees(say('keys-secret-pasted', { count: copied.clientSecret.length }));
  } else {
    await hands.write(say('field-corp-id'), copied.corpId);
    await hands.write(say('field-client-id'), copied.clientId);
    await hands.write(say('field-client-secret'), copied.clientSecret);
    await hands.write(say('field-agent-id'), copied.agentId);
  }
  await shot('keys-filled');
  await hands.press('button', say('keys-try'));
  await window.control('button', say('keys-next'));
  await shot('keys-done');
  await hands.press('button', say('keys-next'));
}

export async function permissions(walk) {
  const { window, hands, say, page, shot } = walk;
  await window.control('heading', say('permissions-title'));
  await shot('permissions');
  for (const purpose of ['group-messages', 'work-notices', 'read-staff', 'read-departments']) {
    await hands.press('checkbox', say(`purpose-${purpose}`));
  }
  await hands.press('button', say('permissions-check'));

  // The list is empty at first, so DingTalk refuses: the app opens the task here, with the address.
  await window.control('heading', new RegExp(say('refused-title')));
  await shot('permissions-refused');
  const address = await window.refusedAddress();
  await follow(walk, 'button', 'refused-open');
  await site.allow(hands, page, address);
  await hands.press('button', say('refused-check'));
  await window.gone('heading', new RegExp(say('refused-title')));
  await shot('permissions-accepted');

  await hands.press('button', say('permissions-check'));
  await window.sees(say('permissions-missing'));
  await shot('permissions-missing');
  const codes = await window.codes();
  await follow(walk, 'button', 'permissions-open');
  for (const code of codes) await site.turnOn(hands, page, code);
  await hands.press('button', say('permissions-check'));
  await window.control('button', say('permissions-next'));

  await follow(walk, 'button', 'permissions-open-versions');
  await site.publishVersion(hands, page, say);
  await hands.press('checkbox', say('permissions-published'));
  await hands.press('checkbox', say('permissions-visible'));
  await shot('permissions-done');
  await hands.press('button', say('permissions-next'));
}

export async function test(walk) {
  const { window, hands, say, page, shot, remember, language } = walk;
  await window.control('heading', say('test-title'));
  await shot('test');
  await hands.press('button', say('test-run'));
  if (walk.zone !== 'Asia/Hong_Kong') await hands.press('button', say('test-accept-zone'));
  await window.control('button', say('test-robot-save'));
  await shot('test-checked');
  await follow(walk, 'button', 'test-open-group');
  const robot = await site.addRobot(hands, page, say);
  remember({ robot });
  await hands.write(say('field-robot-name'), '財務部');
  await hands.write(say('field-webhook'), robot.webhook);
  await hands.write(say('field-robot-secret'), robot.secret);
  await hands.press('button', say('test-robot-save'));
  await hands.write(say('field-message'), walk.message);
  await window.sees(say('message-json'));
  await shot('test-message');
  await hands.press('button', say('test-send-group'));
  await window.control('button', say('test-next'));
  await shot('test-done');
  await site.goTo(page, new URL('/groups/finance', page.url()).href, language);
  await page.getByText(walk.message).first().waitFor();
  await shot('console-group', page);
  await hands.press('button', say('test-next'));
}

export async function protect(walk) {
  const { window, hands, say, shot } = walk;
  await window.control('heading', say('protect-title'));
  await shot('protect');
  await hands.press('radio', say('place-this-pc'));
  // The address was read and let in at stop 3 already, so this stop only confirms it.
  await window.control('button', say('protect-finish'));
  await hands.press('checkbox', say('protect-listed'));
  await hands.press('radio', say('protect-every-quarter'));
  await shot('protect-done');
  await hands.press('button', say('protect-finish'));
}

export async function finish({ window, say, shot }) {
  await window.control('heading', say('finish-title'));
  await shot('finish');
  return window.text();
}
