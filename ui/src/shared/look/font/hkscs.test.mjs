import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

/** What lies outside the block of 1993. */
const rare = /[\u3400-\u4dbf\u9fa6-\u9fff\u{20000}-\u{3ffff}]/u
const file = readFileSync(join(import.meta.dirname, 'hkscs.woff2'))

/** The table of a woff2 file: a directory of (flags, lengths in base 128), then all tables compressed as one. */
function table(wanted) {
  const known = { 0: 'cmap', 1: 'head', 2: 'hhea', 3: 'hmtx', 4: 'maxp', 5: 'name', 6: 'OS/2', 7: 'post', 13: 'CFF ' }
  let at = 48
  const length = () => {
    let value = 0
    for (;;) {
      const byte = file[at++]
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  let start = 0
  let found
  for (let left = file.readUInt16BE(12); left > 0; left -= 1) {
    const tag = known[file[at] & 63]
    const changed = file[at++] >> 6 !== 0
    let size = length()
    if (changed) size = length()
    if (tag === wanted) found = [start, start + size]
    start += size
  }
  return brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20))).subarray(...found)
}

/** The characters of a cmap's table of format 12. */
function characters() {
  const cmap = table('cmap')
  const all = new Set()
  for (let one = 0; one < cmap.readUInt16BE(2); one += 1) {
    const at = cmap.readUInt32BE(4 + one * 8 + 4)
    if (cmap.readUInt16BE(at) !== 12) continue
    for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1) {
      const place = at + 16 + group * 12
      for (let code = cmap.readUInt32BE(place); code <= cmap.readUInt32BE(place + 4); code += 1) all.add(code)
    }
  }
  return all
}

/** Every Chinese character that Hong Kong's Big5 has outside the basic block, as the C library knows it. */
function supplementary() {
  const pairs = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) pairs.push(lead, trail, 0x0a)
  }
  const { stdout } = spawnSync('iconv', ['-c', '-f', 'BIG5-HKSCS', '-t', 'UTF-8'], { input: Buffer.from(pairs) })
  return [...new Set([...stdout.toString()].filter(one => rare.test(one)).map(one => one.codePointAt(0)))]
}

describe('the Hong Kong characters that the window brings along', () => {
  const has = characters()
  const lacking = codes => codes.filter(code => !has.has(code)).map(code => String.fromCodePoint(code))

  it('are those of the supplementary set outside the basic block', () => {
    const wanted = supplementary()
    expect(wanted.length).toBeGreaterThan(2200)
    expect(lacking(wanted)).toEqual([])
  })

  it('hold what Cantonese is written with', () => {
    expect(lacking([...'㗎𨋢𠺢𡃁𠱸𥄫𧕴𦧲𢱕𠵱𨳒𡁻𩩍'].map(one => one.codePointAt(0)))).toEqual([])
  })

  it('hold every such character of our own words', () => {
    const folder = join(import.meta.dirname, '../../../../../locales/zh-HK')
    const words = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))
    const used = [...words.join('')].filter(one => rare.test(one))
    expect(lacking(used.map(one => one.codePointAt(0)))).toEqual([])
  })

  it('weigh no more than 600 kB', () => {
    expect(file.length).toBeLessThanOrEqual(600_000)
  })
})
