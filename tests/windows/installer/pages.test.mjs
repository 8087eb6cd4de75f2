// The installer's pages and boxes as a person reads and presses them, in both languages. Pictures of each: target/installer.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { words } from '../../journey/lib/words.mjs';
import { artefacts, person, until, windows } from './lib/windows.mjs';

const root = path.join(import.meta.dirname, '../../..');
const version = path.basename(artefacts.setup).match(/(\d+\.\d+\.\d+)/)[1];
// NSIS's own, and those of Windows' boxes, which Wine knows in English alone.
const pages = {
  en: { install: 'Install', finish: 'Finish', cancel: 'Cancel', uninstall: 'Uninstall', close: 'Close' },
  'zh-HK': { install: '安裝(I)', finish: '完成(F)', cancel: '取消', uninstall: '解除安裝(U)', close: '關閉(C)' },
};
const box = { ok: 'OK', no: 'No', cancel: 'Cancel' };

for (const language of ['en', 'zh-HK']) {
  const say = words(language);
  const page = pages[language];
  const begin = (t) => {
    const pc = windows(t, { language, screen: true });
    const me = person(pc);
    const shot = (name) => me.shot(path.join(root, 'target/installer', language, `${name}.png`));
    return { pc, me, shot };
  };

  test(`a person installs, repairs and removes it, ${language}`, async (t) => {
    const { pc, me, shot } = begin(t);
    const installing = pc.start(artefacts.setup);
    // Wine has no WebView2.
    await me.sees(say('installer-webview'));
    shot('web-view');
    await me.press(box.no);
    await me.sees(say('installer-new-title'));
    await me.sees(say('installer-new', { version }));
    shot('new');
    await me.press(page.install);
    await me.sees(say('installer-finish-title'));
    shot('finish');
    // Not opened now.
    await me.press(say('installer-open'));
    await me.press(page.finish);
    assert.equal((await installing.ended).code, 0);

    const repairing = pc.start(artefacts.setup);
    await me.press(box.no);
    await me.sees(say('installer-repair', { version }));
    shot('repair');
    await me.press(page.cancel);
    await repairing.ended;

    const removing = pc.start(path.join(pc.programs, 'uninstall.exe'));
    await me.sees(say('installer-purge-why'));
    await me.sees(say('installer-remove'));
    shot('remove');
    await me.press(page.uninstall);
    await until('the folder to go', () => !fs.existsSync(pc.programs));
    await me.press(page.close);
    await removing.ended;
  });

  test(`what stands in the way is told in words, ${language}`, async (t) => {
    const { pc, me, shot } = begin(t);
    const told = async (program, text, name) => {
      const running = pc.start(program);
      await me.sees(text);
      shot(name);
      await me.press(box.ok);
      await running.ended;
    };
    await told(artefacts.foreignSetup, say('installer-other-user', { person: 'mei', runner: '陳大文' }), 'other-user');
    await pc.done(artefacts.newerSetup, ['/S']);
    await told(artefacts.setup, say('installer-newer', { installed: '9.9.9', version }), 'newer');

    const open = pc.start(path.join(pc.programs, 'hoitung-cli.exe'), ['practice', '--json']);
    await until('its first line', () => open.said.out.includes('\n'));
    const replacing = pc.start(artefacts.newerSetup);
    await me.press(box.no);
    await me.press(page.install);
    await me.sees(say('installer-running', { running: 'hoitung-cli' }));
    shot('running');
    await me.press(box.cancel);
    await replacing.ended;
    await pc.msi('/i', artefacts.msi);
    await told(artefacts.setup, say('installer-for-all'), 'for-all');
  });
}
