// Which texts on a page are in another language than their element says: read wrongly by a voice, drawn in the wrong face.
import fs from 'node:fs';
import path from 'node:path';

const list = path.join(import.meta.dirname, '../../../crates/words/tests/checks/simplified.txt');

/** Letters that only Simplified Chinese writes. */
export const simplified = fs.readFileSync(list, 'utf8').replace(/\s/g, '');

/** Without surroundings, for it runs in the page, of the window and of the gallery alike. */
export function strays(simplified) {
  const han = /\p{Script=Han}/u;
  const english = /[A-Za-z][\w'’-]*(?:[,;:.]? [A-Za-z][\w'’-]*){3,}/;
  const letters = new Set(simplified);
  // The faces follow the script: a tag without one, as zh-CN is, would be drawn in Hong Kong's.
  const known = ['en', 'zh-HK', 'zh-Hans'];
  const tags = new Set([...document.querySelectorAll('[lang]')].map((one) => one.getAttribute('lang')));
  const found = [...tags].filter((tag) => !known.includes(tag)).map((tag) => `the tag ${tag} has no face of its own`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const element = walker.currentNode.parentElement;
    // What a person types, code, and what is no text.
    if (!text || element.closest('textarea, script, style, code, kbd, pre, svg')) continue;
    const lang = element.closest('[lang]')?.lang ?? '';
    const fault =
      (/<\/?[a-z-]+>/.test(text) && 'holds a mark') ||
      (lang === 'en' && han.test(text) && 'is Chinese within English') ||
      (lang.startsWith('zh') && english.test(text) && 'is English within Chinese') ||
      (lang === 'zh-HK' && [...text].some((letter) => letters.has(letter)) && 'is Simplified within Traditional Chinese');
    if (fault) found.push(`«${text.slice(0, 80)}» ${fault}`);
  }
  return found;
}
