// Two ways to use the same screens: with the mouse, and with the keyboard alone. The window is driven through WebDriver,
// the practice console through Chromium.

export function mouse(window, page) {
  return {
    press: (role, name) => window.click(role, name),
    write: (name, value) => window.fill(name, value),
    // What a browser's own list of choices does with a click differs from system to system; its keys do not.
    pick: (name, option) => window.choose(name, option),
    console: {
      press: (role, name) => page.getByRole(role, { name }).first().click(),
      write: (name, value) => page.getByRole('textbox', { name }).first().fill(value),
      tick: (role, name) => page.getByRole(role, { name }).first().check(),
    },
  };
}

export function keyboard(window, page) {
  const tabTo = async (control) => {
    await control.waitFor();
    for (let presses = 0; presses < 200; presses += 1) {
      if (await control.evaluate((one) => one === document.activeElement)) return;
      // Inside a group of radio buttons only the arrows move.
      const inGroup = await control.evaluate(
        (one) => one.type === 'radio' && document.activeElement?.type === 'radio' && document.activeElement.name === one.name,
      );
      await page.keyboard.press(inGroup ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`no number of Tab presses reached ${control}`);
  };
  return {
    press: (role, name) => window.press(role, name),
    write: (name, value) => window.write(name, value),
    pick: (name, option) => window.choose(name, option),
    console: {
      press: async (role, name) => {
        await tabTo(page.getByRole(role, { name }).first());
        await page.keyboard.press('Enter');
      },
      write: async (name, value) => {
        await tabTo(page.getByRole('textbox', { name }).first());
        await page.keyboard.press('Control+A');
        await page.keyboard.type(value);
      },
      tick: async (role, name) => {
        const control = page.getByRole(role, { name }).first();
        await tabTo(control);
        if (!(await control.isChecked())) await page.keyboard.press('Space');
      },
    },
  };
}
