// target/screens/index.html: every picture of the long journeys beside its like, with what was found wrong under it.
import fs from 'node:fs';
import path from 'node:path';
import { shots } from './journey.mjs';

export const folder = path.join(shots, 'screens');

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

// Each walk writes what it took; the sheet is made of all of them, so that the walks may run one by one.
export function keep(name, taken) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(taken, null, 1));
  const walks = fs.readdirSync(folder).filter((file) => file.endsWith('.json')).sort();
  const all = walks.flatMap((file) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')));
  const labels = [...new Set(all.map((one) => one.label))];
  const section = (label) => {
    const pictures = all.filter((one) => one.label === label).map(figure);
    return `<section id="${label}"><h2>${label}</h2><div>${pictures.join('')}</div></section>`;
  };
  fs.writeFileSync(path.join(folder, 'index.html'), page(labels, labels.map(section).join('\n'), all.length));
}

function figure({ file, language, theme, width, height, scale, faults }) {
  const caption = `${language} · ${theme} · ${width}×${height} · ${scale} %`;
  const found = faults.map((fault) => `<li>${escape(fault)}</li>`).join('');
  return `<figure data-language="${language}" data-theme="${theme}" data-size="${width}" data-scale="${scale}">
<a href="${file}"><img loading="lazy" src="${file}" alt="${caption}"></a><figcaption>${caption}</figcaption><ul>${found}</ul></figure>`;
}

function page(labels, body, count) {
  const choices = { language: ['zh-HK', 'en'], theme: ['light', 'dark'], size: ['900', '1280'], scale: ['100', '150', '200'] };
  const boxes = Object.entries(choices).flatMap(([name, values]) =>
    values.map((value) => `<label><input type="checkbox" checked id="${name}-${value}"> ${value}</label>`),
  );
  const hide = Object.entries(choices).flatMap(([name, values]) =>
    values.map((value) => `body:has(#${name}-${value}:not(:checked)) figure[data-${name}="${value}"]{display:none}`),
  );
  return `<!doctype html><meta charset="utf-8"><title>${count} pictures of ${labels.length} screens</title>
<style>
body{margin:0;font:14px/20px sans-serif;background:#888;color:#fff}
nav{position:sticky;top:0;background:#333;padding:8px 16px;display:flex;flex-wrap:wrap;gap:4px 16px}
nav a{color:#fff}
section{padding:8px 16px}
section>div{display:flex;flex-wrap:wrap;gap:16px;align-items:start}
figure{margin:0;width:420px}
img{width:100%;display:block}
figure li{color:#fff;background:#b3261e;padding:2px 8px}
${hide.join('\n')}
</style>
<nav>${boxes.join('')}</nav><nav>${labels.map((label) => `<a href="#${label}">${label}</a>`).join('')}</nav>
${body}
`;
}
