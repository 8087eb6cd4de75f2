// The first screen must stand at once on an old office PC: all script that it needs, compressed, weighs at most 170 kB.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const limit = 170_000
const dist = join(import.meta.dirname, 'dist')
const read = name => readFileSync(join(dist, 'assets', name))
const html = readFileSync(join(dist, 'index.html'), 'utf8')

const needed = new Set([...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(([, name]) => name))
// A set grows while it is walked: what is imported by what is imported comes too. `import(…)` is what comes later.
for (const name of needed) {
  for (const [, imported] of read(name)
    .toString()
    .matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    needed.add(imported)
}
const weight = name => gzipSync(read(name)).length
const words = readdirSync(join(dist, 'assets')).filter(name => /^(english|chinese)-.*\.js$/.test(name))
if (words.length !== 2) throw new Error('the words of two languages should be in files of their own')
const total = [...needed].reduce((sum, name) => sum + weight(name), 0) + Math.max(...words.map(weight))
process.stdout.write(`first screen: ${Math.round(total / 1000)} kB of script, compressed; at most ${limit / 1000}\n`)
if (total > limit) {
  process.stderr.write('Load what the first screen does not show with import().\n')
  process.exitCode = 1
}
