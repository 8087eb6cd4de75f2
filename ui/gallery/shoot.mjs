// Screenshots and axe-core for every named state: node gallery/shoot.mjs OUT_DIR [state-prefix] [variant,variant]
// It serves ui/dist under the shipped policy, so that a style which the policy forbids is missing in the picture too.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { createServer as createVite } from 'vite'
import { simplified, strays } from '../../tests/journey/lib/languages.mjs'
import { fieldFaults } from './fields.js'
import { judge } from './judge.js'

const [, , out = 'gallery-out', only = '', variants = ''] = process.argv
const dist = resolve(import.meta.dirname, '../dist')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const mock = readFileSync(join(import.meta.dirname, 'mock.js'), 'utf8').replace('export ', '')
mkdirSync(out, { recursive: true })

const vite = await createVite({
  root: resolve(import.meta.dirname, '..'),
  server: { middlewareMode: true },
  appType: 'custom',
  logLevel: 'error',
})
// Each file of states in this folder; what only helps them exports none.
const names = readdirSync(import.meta.dirname).filter(name => name.endsWith('.ts'))
const files = await Promise.all(names.map(name => vite.ssrLoadModule(`/gallery/${name}`)))
const states = Object.assign({}, ...files.map(file => file.states))
const { shelf } = await vite.ssrLoadModule('/gallery/shelf.ts')
await vite.close()

const kinds = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const nonce = 'c2hvb3Q='
const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'`
const server = createServer((request, response) => {
  if (request.url === '/favicon.ico') return response.writeHead(204).end()
  const path = request.url === '/' ? '/index.html' : new URL(request.url, 'http://x').pathname
  let body
  try {
    body = readFileSync(join(dist, path))
  } catch {
    response.writeHead(404).end()
    return
  }
  if (path === '/index.html') body = body.toString().replace('<style>', `<style nonce="${nonce}">`)
  response.writeHead(200, { 'content-type': kinds[extname(path)], 'content-security-policy': policy }).end(body)
})
await new Promise(ready => server.listen(0, '127.0.0.1', ready))
const address = `http://127.0.0.1:${server.address().port}/`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
})
// The last three are windows of 900 by 640 and 1280 by 800 at 150 % and 200 %, as a page sees them.
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 640 },
  { width: 600, height: 426, scale: 1.5 },
  { width: 640, height: 400, scale: 2 },
  { width: 450, height: 320, scale: 2 },
]
let faults = 0
const complain = text => {
  faults += 1
  process.stderr.write(`${text}\n`)
}

/** The guides of the state's company. */
function shelfOf({ setup }) {
  const region = setup?.connection.region ?? 'practice'
  return shelf(region === 'io' ? 'io' : 'com', region === 'practice')
}

/** Presses what only a press can show. */
const manage = async (page, nth) => {
  await page
    .getByRole('button', { name: /^(More:|更多：)/ })
    .first()
    .click()
  if (nth !== undefined) await page.locator('[class*=manage] button').nth(nth).click()
}
const openAsk = async page => {
  const open = page.getByRole('button', { name: /^(Ask somebody|請別人)/ })
  await open.first().click()
}
const pressEntry = async (page, entry) => {
  const menu = page.getByRole('button', { name: /^(Menu|選單)$/ })
  if (await menu.isVisible()) await menu.click()
  await entry.click()
}
const toChange = async page => {
  await pressEntry(page, page.getByRole('button', { name: /^(Change|更改)$/ }))
  await page.waitForTimeout(300)
}
const guides = /^(Guides|指引)$/
const lookUp = async page => pressEntry(page, page.getByRole('button', { name: /^(Words explained|用語解釋)$/ }))
const toSettings = async page => {
  await pressEntry(page, page.getByRole('button', { name: /^(Settings|設定)/ }))
  await page.waitForTimeout(300)
}
const presses = {
  settings: toSettings,
  'settings-dark': toSettings,
  'settings-risk': toSettings,
  'settings-report': async page => {
    await toSettings(page)
    await page.getByRole('button', { name: /^(Make the report|製作報告)$/ }).click()
  },
  'settings-purge': async page => {
    await toSettings(page)
    await page.getByRole('button', { name: /^(Show what would go|查看會移除甚麼)$/ }).click()
  },
  'ask-open': openAsk,
  'ask-mail': async page => {
    await openAsk(page)
    await page.getByRole('button', { name: /^(Write an e-mail|寫電郵)$/ }).click()
  },
  glossary: lookUp,
  'glossary-none': async page => {
    await lookUp(page)
    await page.getByRole('textbox').fill('weather')
  },
  'guides-list': page => pressEntry(page, page.getByRole('button', { name: guides })),
  'guides-found': async page => {
    await pressEntry(page, page.getByRole('button', { name: guides }))
    await page.getByRole('textbox').fill('发布')
  },
  'guides-whole': async page => {
    await pressEntry(page, page.getByRole('button', { name: guides }))
    await page.getByRole('button', { name: /Publish a version|發佈版本/ }).click()
  },
  'guides-panel-io': async page => {
    await page.keyboard.press('F1')
    for (const _ of [1, 2, 3, 4]) await page.getByRole('button', { name: /^Next$|^下一步$/ }).click()
    await page.getByRole('button', { name: /Mine looks different|我的畫面不同/ }).click()
  },
  'change-rotate': toChange,
  'change-kept': toChange,
  'change-gone': async page => {
    await toChange(page)
    await page.locator('details summary').last().click()
  },
  'change-moving': async page => {
    await toChange(page)
    await page.getByRole('checkbox').last().click()
    await page.getByRole('radio', { name: /dingtalk.io/ }).click()
  },
  'permissions-drift': async page => page.locator('li details summary').nth(2).click(),
  'permissions-sheet': async page => page.getByRole('button', { name: /^(Make the page|製作這一頁)$/ }).click(),
  'test-dead-secret': async page =>
    page
      .getByRole('button', { name: /^(Enter the secret again|再輸入密碼)$/ })
      .first()
      .click(),
  'keys-term': async page => page.getByRole('button', { name: /formerly AppKey|舊稱 AppKey/ }).focus(),
  'overview-first': page => pressEntry(page, page.locator('nav [class*=entry]').first()),
  'companies-manage': page => manage(page),
  'companies-rename': page => manage(page, 0),
  'companies-remove': page => manage(page, 2),
  'companies-gone': async page => {
    await manage(page, 2)
    await page.locator('[class*=remove]').last().click()
  },
  'finish-practice': async page => page.locator('footer button').last().click(),
  doctor: page => pressEntry(page, page.getByRole('button', { name: /^(Explain an error|解釋錯誤)$/ })),
  'permissions-details': async page => {
    for (const one of await page.locator('li details summary').all()) await one.click()
  },
  'permissions-catalogue': async page => {
    await page.getByText(/^(查閱權限|Look up a permission)$/).click()
    await page.locator('summary', { hasText: 'Calendar.Acl' }).click()
  },
  'test-notice': async page => {
    await page.getByRole('radio').nth(1).click()
    await page.getByRole('button', { name: /staff list|員工名單/ }).click()
  },
}
for (const name of Object.keys(states)) {
  if (!/^(policy|update)-/.test(name)) continue
  presses[name] = async page => {
    await toSettings(page)
    const title = name.startsWith('policy') ? /^(Set by your IT|由資訊科技同事設定)$/ : /^(Updates|更新)$/
    await page.getByRole('heading', { name: title }).evaluate(one => one.scrollIntoView({ block: 'start' }))
  }
}
const company = (name, region) => {
  const { setup } = states[name]
  return { ...states[name], setup: { ...setup, connection: { ...setup.connection, region } } }
}
const doctor = /Explain an error|解釋錯誤/
const explain = async page => {
  await page.getByRole('button', { name: doctor }).click()
  await page.getByRole('textbox').fill('errcode 60020')
  await page.getByRole('button', { name: /^(Explain it|解釋這個錯誤)$/ }).click()
}
for (const name of Object.keys(states).filter(name => name.startsWith('checkup-'))) {
  presses[name] = page => pressEntry(page, page.getByRole('button', { name: /^(Check-up|檢查)$/ }))
}
for (const name of Object.keys(states)) {
  if (!name.startsWith('network-')) continue
  presses[name] = page => pressEntry(page, page.getByRole('button', { name: /^(Network|網絡)$/ }))
}
const handOver = page => pressEntry(page, page.getByRole('button', { name: /^(Hand over|移交)$/ }))
const lookInside = async page => {
  await handOver(page)
  await page.getByRole('button', { name: /^(Show what will be inside|看看會放進甚麼)$/ }).click()
}
const sealing = async page => {
  await lookInside(page)
  await page.getByRole('button', { name: /^(Offer a passphrase|提議一個密碼)$/ }).click()
  for (const at of [0, 1]) await page.locator('input[type=password]').nth(at).fill('7KMQ-3FHT-9XWR-VBNC-4DPE')
}
const picking = async page => {
  await handOver(page)
  await page.getByRole('button', { name: /^(I have a hand-over file|我有移交檔案)$/ }).click()
  await page.getByRole('button', { name: /^(Choose the file|選擇檔案)$/ }).click()
}
presses['handover-page'] = handOver
presses['handover-inside'] = lookInside
presses['handover-sealing'] = sealing
presses['handover-sealed'] = async page => {
  await sealing(page)
  await page.getByRole('button', { name: /^(Seal and save|加密並儲存)$/ }).click()
}
presses['handover-picked'] = picking
presses['handover-found'] = async page => {
  await picking(page)
  await page.locator('input[type=password]').fill('x')
  await page.getByRole('button', { name: /^(Open it|打開)$/ }).click()
  await page.getByRole('radio').nth(3).click()
}
const toPlace = page => pressEntry(page, page.getByRole('button', { name: /^(Where it runs|在哪裏運行)$/ }))
for (const name of Object.keys(states)) if (name.startsWith('place-')) presses[name] = toPlace
presses['place-server'] = async page => {
  await toPlace(page)
  await page.getByRole('radio', { name: /^(A container|容器)$/ }).click()
}
presses['overview-stands-by'] = page => pressEntry(page, page.locator('nav [class*=entry]').first())
presses['doctor-told'] = explain
presses['doctor-alone'] = explain
presses['doctor-empty'] = page => page.getByRole('button', { name: doctor }).click()
presses['doctor-asked'] = page =>
  page
    .getByRole('button', { name: /^(Explain this error|解釋這個錯誤)[:：]/ })
    .first()
    .click()
const shown = {
  ...states,
  'change-moving': states['change-rotate'],
  'permissions-sheet': states['permissions-missing'],
  'guides-list': states['keys-empty'],
  'guides-found': states['keys-empty'],
  'guides-whole': company('keys-empty', 'com'),
  'guides-panel-io': company('keys-empty', 'io'),
  'keys-term': states['keys-empty'],
  glossary: states['keys-done'],
  'glossary-none': states['keys-done'],
  doctor: states['keys-done'],
  'finish-practice': states['protect-done'],
  'permissions-details': states['permissions-missing'],
  'permissions-catalogue': states['permissions-missing'],
  'test-notice': states['test-message'],
  'doctor-empty': states['test-done'],
  'doctor-told': states['test-done'],
  'doctor-alone': states['welcome-first'],
  'doctor-asked': states['permissions-missing'],
}

for (const [name, state] of Object.entries(shown)) {
  if (!name.startsWith(only)) continue
  for (const language of ['zh-HK', 'en']) {
    for (const theme of ['light', 'dark', 'forced']) {
      // High contrast changes colours only, so it is looked at in one size.
      const colorScheme = theme === 'forced' ? 'dark' : theme
      for (const { scale = 1, ...viewport } of theme === 'forced' ? sizes.slice(0, 1) : sizes) {
        const label = `${name}.${language}.${theme}.${viewport.width}`
        if (variants && !variants.split(',').some(one => label.endsWith(one))) continue
        const context = await browser.newContext({
          viewport,
          deviceScaleFactor: scale,
          colorScheme,
          locale: language,
          reducedMotion: 'reduce',
          forcedColors: theme === 'forced' ? 'active' : 'none',
        })
        const page = await context.newPage()
        page.on('console', line => ['error', 'warning'].includes(line.type()) && complain(`${label}: ${line.text()}`))
        page.on('pageerror', error => complain(`${label}: ${error.message}`))
        const spoken = { ...state, shelf: shelfOf(state), app: { ...state.app, language } }
        await page.addInitScript(`${mock}; install(${JSON.stringify(spoken)})`)
        await page.goto(address)
        await page.waitForSelector('main')
        await page.waitForTimeout(300)
        await presses[name]?.(page)
        await page.waitForTimeout(400)
        await page.screenshot({ path: join(out, `${label}.png`) })
        for (const fault of await page.evaluate(judge)) complain(`${label}: ${fault}`)
        for (const fault of await page.evaluate(fieldFaults)) complain(`${label}: ${fault}`)
        const missing = await page.evaluate(() => {
          const areas = [...document.querySelectorAll('*')].filter(
            one => getComputedStyle(one).overflowY === 'auto' && one.tagName !== 'PRE',
          )
          return Math.max(0, ...areas.map(one => one.scrollHeight - one.clientHeight))
        })
        if (missing > 1) {
          // Still as narrow; a window that became tall would leave the layout of the short one.
          await page.setViewportSize({ ...viewport, height: viewport.height + missing })
          await page.waitForTimeout(100)
          await page.screenshot({ path: join(out, `${label}.whole.png`) })
        }
        for (const stray of await page.evaluate(strays, simplified)) complain(`${label}: ${stray}`)
        const found = await page.evaluate(`${axe}; axe.run()`)
        for (const { id, nodes } of found.violations) {
          complain(`${label}: axe ${id}: ${nodes.map(node => node.target.join(' ')).join(' | ')}`)
        }
        await context.close()
      }
    }
  }
}
await browser.close()
server.close()
process.stderr.write(`${faults} faults\n`)
process.exitCode = faults ? 1 : 0
