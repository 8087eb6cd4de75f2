// What a newcomer does in the practice console, page by page. Controls go by the Simplified-Chinese words that the real
// console prints, which stand on every label in either language.

export async function goTo(page, address, language) {
  const url = new URL(address);
  url.searchParams.set('lang', language);
  await page.goto(url.href);
}

export async function registerDeveloper(hands, page, say, person) {
  await hands.console.write(say('practice-register-name'), person.name);
  await hands.console.write(say('practice-register-email'), person.email);
  await hands.console.press('button', say('practice-register-do'));
  await page.waitForURL(/done=registered/);
}

export async function createApp(hands, page, app) {
  await hands.console.press('link', /创建应用/);
  await page.waitForURL(/apps\/new/);
  await hands.console.write(/应用名称/, app.name);
  await hands.console.write(/应用描述/, app.description);
  await hands.console.press('button', /保存/);
  await page.waitForURL(/credentials/);
}

export async function showSecret(hands, page) {
  await hands.console.press('button', /显示/);
  await page.waitForURL(/secret=shown/);
}

// The four values as they stand on the page of keys.
export async function readKeys(page) {
  const sheet = await page
    .locator('dl.sheet > div')
    .evaluateAll((rows) => rows.map((row) => [row.querySelector('dt').innerText.trim(), row.querySelector('code').innerText.trim()]));
  const of = (start) => sheet.find(([label]) => label.startsWith(start))?.[1];
  return { corpId: of('CorpId'), clientId: of('Client ID'), clientSecret: of('Client Secret'), agentId: of('AgentId') };
}

// The whole page on the system's clipboard, as a person takes it.
export async function copyPage(page) {
  await page.bringToFront();
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
}

export async function allow(hands, page, address) {
  await hands.console.write(/服务器出口IP/, address);
  await hands.console.press('button', /保存/);
  await page.waitForURL(/done=addresses/);
}

export async function turnOn(hands, page, code) {
  const button = new RegExp(`(立即开通|申请).*${code}`);
  if (!(await page.getByRole('button', { name: button }).count())) return;
  await hands.console.press('button', button);
  await page.waitForURL(/done=point/);
}

export async function publishVersion(hands, page, say) {
  await hands.console.tick('radio', say('practice-range-everyone'));
  await hands.console.press('button', /保存/);
  await page.waitForURL(/done=version/);
  await hands.console.press('button', /直接发布/);
  await page.waitForURL(/done=(published|submitted)/);
}

export async function addRobot(hands, page, say) {
  const open = page.getByRole('button', { name: say('practice-group-open') });
  if (await open.count()) {
    await hands.console.press('button', say('practice-group-open'));
    await page.waitForURL(/done=group/);
  }
  await hands.console.press('link', /添加机器人/);
  await page.waitForURL(/robots\/new/);
  await hands.console.press('button', /添加机器人/);
  await page.waitForURL(/done=robot/);
  const [webhook, secret] = await page.locator('main dl code').allInnerTexts();
  return { webhook: webhook.trim(), secret: secret.trim() };
}
