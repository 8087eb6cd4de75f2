// The pages enlarged as a person enlarges them: with Ctrl and the keys + and 0.
import { until } from './window.mjs';

const steps = { 100: 0, 150: 3, 200: 5 };
export const scales = Object.keys(steps).map(Number);

export async function enlarge(window, scale) {
  const wide = () => window.browser.execute(() => innerWidth);
  const press = async (key, fits) => {
    await window.keys(['Control', key]);
    await until(`the pages to answer Ctrl and ${key}`, async () => fits(await wide()), 10_000);
  };
  const outer = await window.browser.execute(() => outerWidth);
  await window.keys(['Control', '0']);
  await until('the pages at 100 %', async () => Math.abs((await wide()) - outer) < 3, 10_000);
  for (let step = 0; step < steps[scale]; step += 1) {
    const before = await wide();
    await press('=', (now) => now < before);
  }
  await window.settle();
}
