// Every scene on one sheet, light and dark: node gallery/scenes.mjs OUT.png
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { createServer as createVite } from 'vite'

const out = process.argv[2] ?? 'scenes.png'
const root = resolve(import.meta.dirname, '..')
const names = [
  ...readFileSync(resolve(root, 'src/shared/look/drawings/scenes.tsx'), 'utf8').matchAll(/^ {2}(\w+): </gm),
].map(([, name]) => name)
const html = `<!doctype html><body style="margin:0"><div id="all"></div><script type="module">
import { createElement as h } from 'react'; import { createRoot } from 'react-dom/client'; import '/src/shared/look/base.css'
import { Scene } from '/src/shared/look/drawings/Scene.tsx'
createRoot(document.getElementById('all')).render(h('div', { style: { display: 'grid', gridTemplateColumns: 'repeat(4,1fr)', gap: 16, padding: 16 } },
  ${JSON.stringify(names)}.map(name => h('div', { key: name }, h(Scene, { name }), name))))
</script>`
const vite = await createVite({
  root,
  logLevel: 'error',
  server: { port: 0, strictPort: false, host: '127.0.0.1' },
  plugins: [
    {
      name: 'sheet',
      configureServer(server) {
        server.middlewares.use('/sheet', async (_, response) => {
          response.setHeader('content-type', 'text/html').end(await server.transformIndexHtml('/sheet', html))
        })
      },
    },
  ],
})
await vite.listen()
const address = `http://127.0.0.1:${vite.httpServer.address().port}/sheet`
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 560 }, colorScheme })
  await page.goto(address)
  await page.waitForSelector('svg')
  await page.screenshot({ path: out.replace('.png', `.${colorScheme}.png`), fullPage: true })
}
await browser.close()
await vite.close()
