// The guides in the real window: beside a stop, by F1 and the Help button, on their own page, in both languages.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';
import { goToStop } from './lib/trouble.mjs';

const folder = path.join(import.meta.dirname, '../../guides');
const guide = (name) => JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'));

// A step's text as it stands on the screen of the mainland edition.
function shown(guide, text, language) {
  const [open, close] = language === 'en' ? ['“', '”'] : ['「', '」'];
  return text[language].replace(/\{([a-z-]+)\}/g, (_, name) => `${open}${guide.labels[name].cn}${close}`);
}

for (const language of ['en', 'zh-HK']) {
  const say = words(language);
  const shots = path.join(process.cwd(), 'target', 'guides', language);
  const [create, publish, credentials] = ['create-app', 'publish', 'credentials'].map(guide);
  const stepOf = (whole, at) => say('guide-step', { at, count: whole.steps.length });

  test(`the guide beside a stop is walked, opens its page and leads on, ${language}`, async (t) => {
    const window = await openWindow(place('guides'), { args: ['--practice', '--lang', language] });
    t.after(() => window.close());
    await window.control('heading', say('register-title'));
    await window.sees(stepOf(create, 1));
    await window.sees(shown(create, create.steps[0].text, language));
    await window.click('button', say('guide-next'));
    await window.click('button', say('guide-next'));
    await window.sees(shown(create, create.steps[2].text, language));
    await window.click('button', say('guide-previous'));
    await window.sees(stepOf(create, 2));
    await window.shot(`${shots}-panel.png`);
    assert.deepEqual(await window.accessibilityFaults(), []);

    // Its page is one of the practice console's, by a name of the fixed list.
    const before = window.where.opened().length;
    await window.click('button', say('guide-open'));
    const opened = await until('the page', () => window.where.opened()[before]);
    assert.match(opened, /^http:\/\/127\.0\.0\.1:\d+\/go\/app-list\?lang=/);

    await window.click('button', say('guide-different'));
    await window.sees(shown(create, create.variants[0].when, language));
    const rights = guide('developer-rights');
    await window.click('button', say('guide-onward', { title: rights.title[language] }));
    await window.sees(shown(rights, rights.steps[0].text, language));
    assert.deepEqual(await window.accessibilityFaults(), []);
    await window.shot(`${shots}-different.png`);
  });

  test(`F1 and Help open the guide for where one is, ${language}`, async (t) => {
    const window = await openWindow(place('guides-help'), { args: ['--practice', '--lang', language] });
    t.after(() => window.close());
    await goToStop(window, say, 'permissions');
    const notShown = async (one) =>
      assert.ok(!(await window.text()).includes(shown(one, one.steps[0].text, language)), 'the guide is on the screen before it is asked for');
    const hasFocus = () =>
      until('the guide to have the focus', async () => (await window.focused())?.name === say('helper-title'));
    // In the card of the version: its guide, not that of the permissions.
    await notShown(publish);
    await window.tabTo('checkbox', say('permissions-published'));
    await window.keys(['F1']);
    await window.sees(shown(publish, publish.steps[0].text, language));
    await hasFocus();
    // By the button of another task, which turns the guide to that task.
    const points = guide('permissions');
    await notShown(points);
    await window.press('button', `${say('guide-where')} ${points.title[language]}`);
    await window.sees(shown(points, points.steps[0].text, language));
    await hasFocus();
    // By Help, the guide beside the page; on a page that has none, and by F1 there, all of them.
    await goToStop(window, say, 'keys');
    await window.sees(shown(credentials, credentials.steps[0].text, language));
    await window.press('button', `${say('rail-help')} F1`);
    await hasFocus();
    await window.click('button', say('rail-doctor'));
    await window.control('heading', say('doctor-title'));
    await window.keys(['F1']);
    await window.control('heading', say('guide-title'));
  });

  test(`all guides are found by their words and read whole, ${language}`, async (t) => {
    const window = await openWindow(place('guides-page'), { args: ['--practice', '--lang', language] });
    t.after(() => window.close());
    await window.click('button', say('rail-guides'));
    await window.control('heading', say('guide-title'));
    await window.sees(say('guide-found', { count: 14 }));
    assert.deepEqual(await window.accessibilityFaults(), []);
    // As the console prints it, whatever the language.
    await window.fill(say('guide-search'), '直接发布');
    await window.sees(publish.title[language]);
    await window.shot(`${shots}-found.png`);
    await window.click('button', new RegExp(`^${publish.title[language]}`));
    await window.control('heading', publish.title[language]);
    for (const step of publish.steps) await window.sees(shown(publish, step.text, language));
    for (const one of publish.variants) await window.sees(shown(publish, one.then, language));
    await window.sees(say('guide-unexpected'));
    assert.deepEqual(await window.accessibilityFaults(), []);
    await window.shot(`${shots}-whole.png`);
    await window.click('button', say('guide-all'));
    await window.control('heading', say('guide-title'));
  });
}
