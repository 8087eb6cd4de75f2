// Draws the icons of the tray: the line of the house, and a sign whose outline alone tells how things stand.
//   node icons/tray/draw.mjs
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const size = 64;
const line = (opacity = 1) => `
  <g opacity="${opacity}">
    <path d="M8 40 C19 40 18 14 30 14 S41 40 52 40" fill="none" stroke="#ffffff" stroke-width="11" stroke-linecap="round"/>
    <path d="M8 40 C19 40 18 14 30 14 S41 40 52 40" fill="none" stroke="#0e5a47" stroke-width="6.5" stroke-linecap="round"/>
    <circle cx="8" cy="40" r="6.5" fill="#0e5a47" stroke="#ffffff" stroke-width="2"/>
    <circle cx="30" cy="14" r="6.5" fill="#0e5a47" stroke="#ffffff" stroke-width="2"/>
  </g>`;
const stroke = 'fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"';
const edge = 'stroke="#ffffff" stroke-width="3" stroke-linejoin="round"';

const shapes = {
  // A disc with a tick.
  well: `${line()}<circle cx="46" cy="46" r="16" fill="#0e7a5b" ${edge}/><path d="M38.5 46.5 44 52l9.5-11" ${stroke}/>`,
  // A disc that is half full.
  begun: `${line()}<circle cx="46" cy="46" r="15" fill="#ffffff" stroke="#0e5a47" stroke-width="5"/><path d="M46 33a13 13 0 0 1 0 26z" fill="#0e5a47"/>`,
  // A triangle.
  attention: `${line()}<path d="M46 27 63 60H29z" fill="#b26a00" ${edge}/><path d="M46 40v8.5M46 54.5v.1" ${stroke}/>`,
  // A square that stands on its corner, with a cross.
  trouble: `${line()}<path d="M45 25 64 44 45 63 26 44z" fill="#b3261e" ${edge}/><path d="M39 38l12 12M51 38 39 50" ${stroke}/>`,
  // A ring that is struck through; the line is faint.
  offline: `${line(0.45)}<circle cx="46" cy="46" r="14" fill="#ffffff" stroke="#4c5a54" stroke-width="6"/><path d="M36 56 56 36" fill="none" stroke="#4c5a54" stroke-width="6" stroke-linecap="round"/>`,
  // A square with two bars.
  paused: `${line(0.6)}<rect x="30" y="30" width="32" height="32" rx="6" fill="#4c5a54" ${edge}/><path d="M41 39v14M51 39v14" ${stroke}/>`,
};

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: size, height: size } });
for (const [name, shape] of Object.entries(shapes)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">${shape}</svg>`;
  await page.setContent(`<style>*{margin:0;background:transparent}svg{display:block}</style>${svg}`);
  writeFileSync(new URL(`${name}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
// For a look at them together: on a light and a dark bar, also without colours.
if (process.argv[2]) {
  const all = Object.values(shapes).map(shape => `<svg viewBox="0 0 64 64" width="SIZE">${shape}</svg>`).join('');
  const bar = (ground, rest) => `<div style="background:${ground};padding:8px;${rest}">${all.replaceAll('SIZE', '64')}${all.replaceAll('SIZE', '22')}</div>`;
  await page.setViewportSize({ width: 640, height: 340 });
  await page.setContent(bar('#f4f4f4', '') + bar('#1f1f1f', '') + bar('#f4f4f4', 'filter:grayscale(1)') + bar('#1f1f1f', 'filter:grayscale(1)'));
  await page.screenshot({ path: process.argv[2] });
}
await browser.close();
