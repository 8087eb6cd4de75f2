// Every icon on one sheet, at 16, 20 and 48, light and dark: node ui/gallery/icons.mjs OUT.png

import { resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { createServer as createVite } from 'vite'

const out = process.argv[2] ?? 'icons.png'
const vite = await createVite({
  root: resolve(import.meta.dirname, '..'),
  server: { middlewareMode: true },
  appType: 'custom',
  logLevel: 'error',
})
const { icons } = await vite.ssrLoadModule('/src/shared/look/icons.ts')
await vite.close()

const drawing = (path, size) =>
  `<svg width="${size}" height="${size}" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`
const cells = Object.entries(icons).map(
  ([name, path]) =>
    `<figure>${drawing(path, 16)} ${drawing(path, 20)} ${drawing(path, 48)}<figcaption>${name}</figcaption></figure>`,
)
const sheet = theme => `<main style="${theme}">${cells.join('')}</main>`
const style = `body{margin:0;font:12px sans-serif}main{display:grid;grid-template-columns:repeat(8,1fr);gap:12px;padding:16px}figure{margin:0;display:flex;gap:8px;align-items:center;flex-wrap:wrap}figcaption{width:100%}`
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: 1200, height: 800 } })
await page.setContent(
  `<style>${style}</style>${sheet('background:#fff;color:#0e5a47')}${sheet('background:#1e2521;color:#8fd0bb')}`,
)
await page.screenshot({ path: out, fullPage: true })
await browser.close()
