// The program where no page can be shown: Wine has no WebView2, as some office computers do not. A box of the system's own
// tells it in the user's language, and the program ends with a code. Pictures: target/installer.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { words } from '../../journey/lib/words.mjs';
import { person, windows } from './lib/windows.mjs';

const root = path.join(import.meta.dirname, '../../..');
const program = path.join(process.env.HOITUNG_BUILT, 'hoitung.exe');
// src-tauri/src/unopened.rs
const CODE = 4;
const policies = 'SOFTWARE\\Policies\\Microsoft\\Edge\\WebView2\\AdditionalBrowserArguments';

for (const language of ['en', 'zh-HK']) {
  const say = words(language);

  test(`without WebView2 it says so, and what to do, ${language}`, async (t) => {
    // By the system's language; nobody chose one yet.
    const pc = windows(t, { language, screen: true });
    const me = person(pc);
    const opened = pc.start(program);
    await me.sees(say('unopened-web-view-missing'));
    await me.sees(say('unopened-web-view-missing.fix', { page: 'https://go.microsoft.com/fwlink/p/?LinkId=2124703' }));
    await me.sees(say('unopened-turn', { who: say('who-you') }));
    await me.sees(say('unopened-title'));
    me.shot(path.join(root, 'target/installer', language, 'unopened.png'));
    await me.press('OK');
    assert.equal((await opened.ended).code, CODE);
  });

  // S11
  test(`a setting that would open its pages to others is told, and nothing is opened, ${language}`, async (t) => {
    const pc = windows(t, { screen: true });
    const me = person(pc);
    for (const [where, name] of [
      ['HKCU', 'hoitung.exe'],
      ['HKLM', '*'],
    ]) {
      await pc.wrote(`${where}\\${policies}`, name, '--remote-debugging-port=9222');
      const opened = pc.start(program, ['--lang', language]);
      const root = where === 'HKCU' ? 'HKEY_CURRENT_USER' : 'HKEY_LOCAL_MACHINE';
      await me.sees(say('unopened-looked-into', { setting: `${root}\\${policies}\\${name}` }));
      await me.sees(say('unopened-looked-into.fix', { switch: '--remote-debugging' }));
      await me.press('OK');
      assert.equal((await opened.ended).code, CODE);
    }
  });
}

for (const word of ['--quit', '--ask-to-quit']) {
  test(`asked to end by ${word} when nothing runs, it is gone without a word and without a trace`, async (t) => {
    const pc = windows(t, { screen: true });
    await pc.done(program, [word], { limit: 60 });
    // A fault would have left its place in the log.
    assert.ok(!fs.existsSync(pc.home));
  });
}
