// What a newcomer does at the console: whatever the app's words sent them there for, and what the page itself then asks.
// Each step looks at the page anew; without anything left to do they go back to the app.
import { axeSource } from '../lib/window.mjs';
import { seePage } from './eyes.mjs';
import { pageHands } from './hands.mjs';

const most = 20;

// `errand`: the console words that were quoted, the codes that were listed, an address that was shown.
export async function visit(self, address, errand) {
  const { page } = self;
  await page.goto(address);
  const hands = pageHands(page);
  for (let steps = 0; steps < most; steps += 1) {
    const screen = await seePage(page, axeSource);
    self.diary.page(screen);
    const step = next(self, screen, errand);
    if (!step) return;
    self.diary.decided(step.why);
    await step.does(hands);
    await page.waitForLoadState();
    if (step.last) return;
  }
  throw new Error(`still at the console after ${most} steps`);
}

function next(self, screen, errand) {
  const habits = [trouble, address, forms, secret, codes, create, version, robot, approve];
  for (const habit of habits) {
    const step = habit(self, screen, errand);
    if (step) return step;
  }
  return null;
}

const inMain = (controls) => controls.filter(({ main }) => main);
const says = (errand, word) => errand.quoted.some((quoted) => quoted.includes(word));

function press(control, why, rest = {}) {
  return control && { why: `${why}: ${control.role} «${control.name}»`, does: (hands) => hands.press(control), ...rest };
}

// Only whoever is stuck looks for a trouble that is on.
function trouble({ tongue }, screen, errand) {
  if (!errand.stuck) return null;
  const off = inMain(screen.controls('button', tongue.turnOff))[0];
  if (off) return press(off, 'a trouble is on, and this switches it off');
  return press(inMain(screen.controls('link', tongue.troubles))[0], 'the page says that a trouble is on');
}

function address(self, screen, errand) {
  const field = inMain(screen.controls('textbox', /服务器出口IP/))[0];
  if (!field || !errand.address || field.value.includes(errand.address)) return null;
  const save = inMain(screen.controls('button', /保存/)).find(({ at }) => at > field.at);
  return {
    why: `${errand.address} goes into «${field.name}»`,
    does: async (hands) => {
      await hands.write(field, [field.value, errand.address].filter(Boolean).join(','));
      await hands.press(save);
    },
  };
}

// An empty box whose name one understands, and the button after it.
function forms(self, screen) {
  const asked = [...self.tongue.fields, [/应用名称/, 'appName'], [/应用描述/, 'appDescription']];
  const boxes = inMain(screen.controls('textbox')).filter(({ value, off }) => value === '' && !off);
  const known = boxes.map((box) => [box, self.knows[asked.find(([label]) => label.test(box.name))?.[1]]]).filter(([, value]) => value);
  if (!known.length) return null;
  const last = known.at(-1)[0];
  const send = inMain(screen.controls('button')).find(({ at }) => at > last.at);
  return {
    why: `I fill in ${known.map(([{ name }]) => `«${name}»`).join(', ')} and press «${send?.name}»`,
    does: async (hands) => {
      for (const [box, value] of known) await hands.write(box, value);
      await hands.press(send);
    },
  };
}

function secret(self, screen, errand) {
  if (!says(errand, '凭证与基础信息')) return null;
  const show = inMain(screen.controls('button', /显示/))[0];
  if (show) return press(show, 'the secret is hidden');
  return { why: 'I copy the whole page', does: (hands) => hands.copyAll(), last: true };
}

function codes(self, screen, errand) {
  for (const code of errand.codes) {
    const button = inMain(screen.controls('button')).find(({ name }) => name.includes(code) && /立即开通|申请/.test(name));
    if (button) return press(button, `${code} is to be switched on`);
  }
  return null;
}

function create(self, screen, errand) {
  if (!says(errand, '创建应用') || self.seen.has('created')) return null;
  const link = inMain([...screen.controls('link', /创建应用/), ...screen.controls('button', /创建应用/)])[0];
  if (!link) return null;
  self.seen.add('created');
  return press(link, 'the app told me to');
}

function version(self, screen, errand) {
  if (!says(errand, '版本管理与发布') || self.seen.has('published')) return null;
  const publish = inMain(screen.controls('button', /直接发布|^发布|提交/))[0];
  if (publish) {
    self.seen.add('published');
    return press(publish, 'a saved version is not yet published');
  }
  const range = inMain(screen.controls('radio', self.tongue.everyone))[0];
  const save = range && inMain(screen.controls('button', /保存/)).find(({ at }) => at > range.at);
  if (!save) return null;
  return {
    why: `colleagues are to see it: «${range.name}»`,
    does: async (hands) => {
      await hands.tick(range);
      await hands.press(save);
    },
  };
}

function robot(self, screen, errand) {
  if (!says(errand, '自定义') || self.knows.webhook) return null;
  const texts = screen.items.filter(({ main, text }) => main && text).map(({ text }) => text);
  const webhook = texts.find((text) => /^https?:\/\/\S+access_token=/.test(text));
  if (webhook) {
    Object.assign(self.knows, { webhook, robotSecret: texts.find((text) => /^SEC\w{20,}/.test(text)) });
    return { why: 'I note the address and the secret of the robot', does: async () => {}, last: true };
  }
  return (
    press(inMain(screen.controls('button', self.tongue.openGroup))[0], 'the group is not open yet') ??
    press(inMain(screen.controls('button', /添加机器人/))[0], 'the app asks for a robot') ??
    press(inMain(screen.controls('link', /添加机器人/))[0], 'the app asks for a robot')
  );
}

function approve(self, screen) {
  return press(inMain(screen.controls('button', self.tongue.agree))[0], 'while practising I am the administrator too');
}
