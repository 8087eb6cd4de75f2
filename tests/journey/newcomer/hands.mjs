// What a person does with what they see. A control is the one that was just looked at, by its number.

export function windowHands(window) {
  const element = async ({ at }) => window.browser.$(await window.browser.execute((at) => globalThis.newcomerSaw[at], at));
  return {
    async press(control) {
      await window.clickOn(await element(control), control);
    },
    async write(control, text) {
      await window.fillIn(await element(control), text);
    },
    async pick(control, option) {
      await (await element(control)).selectByVisibleText(option);
    },
  };
}

export function pageHands(page) {
  const element = async ({ at }) => (await page.evaluateHandle((at) => globalThis.newcomerSaw[at], at)).asElement();
  return {
    async press(control) {
      await (await element(control)).click();
    },
    async write(control, text) {
      await (await element(control)).fill(text);
    },
    async tick(control) {
      await (await element(control)).check();
    },
    // The whole page on the system's clipboard.
    async copyAll() {
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Control+C');
    },
  };
}
