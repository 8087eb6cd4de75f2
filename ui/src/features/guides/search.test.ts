import { expect, test } from 'vitest'
import type { GuideShape, ShelfShape } from '../../shared/guide'
import { found } from './search'

const both = (en: string, zh: string) => ({ en, 'zh-HK': zh })
const guide = (place: string, en: string, zh: string): GuideShape => ({
  place,
  title: both(en, zh),
  why: both('Why.', '原因。'),
  who: 'you',
  tasks: [],
  link: null,
  labels: { save: { cn: '保存', hk: '儲存', en: 'Save', io: false } },
  scenes: {},
  steps: [
    {
      text: both('Press {save}.', '按{save}。'),
      drawing: { scene: 's', ring: null },
      who: 'you',
      verified: true,
      unexpected: false,
    },
  ],
  see: both('It.', '它。'),
  variants: [],
  differs: null,
  checked: { on: '2026-11-28', sections: ['11'] },
})
const shelf: ShelfShape = {
  region: 'com',
  practising: false,
  source: 'shipped',
  edition: '1',
  guides: [guide('publish', 'Publish a version', '發佈版本'), guide('egress-ip', 'Allow list', 'IP 白名單')],
  trouble: null,
}

test('a search reads both languages and all three scripts, and minds neither case nor width', () => {
  const check = (typed: string, places: string[]) =>
    expect(found(shelf, typed).map(({ place }) => place)).toEqual(places)
  check('', ['publish', 'egress-ip'])
  check('PUBLISH', ['publish'])
  check('發佈', ['publish'])
  check('ｉｐ　白名單', ['egress-ip'])
  check('保存', ['publish', 'egress-ip'])
  check('儲存 publish', ['publish'])
  check('publish allow', [])
})
