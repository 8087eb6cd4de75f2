import { expect, test } from 'vitest'
import { labelsIn, pieces, plain, printed } from './pieces'

const create = { cn: '创建应用', hk: '創建應用', en: 'Create App', io: true }

test('a text comes apart at its labels, and at nothing else', () => {
  expect(pieces('Press {create}.')).toEqual([{ text: 'Press ' }, { label: 'create' }, { text: '.' }])
  expect(pieces('按{create}{create}')).toEqual([{ text: '按' }, { label: 'create' }, { label: 'create' }])
  expect(pieces('no {Label} here')).toEqual([{ text: 'no {Label} here' }])
  expect(pieces('')).toEqual([])
  expect(labelsIn('{create} and {create}, {save}')).toEqual(['create', 'save'])
})

test('a label is told as this console prints it', () => {
  expect(printed(create, 'com')).toEqual({ text: '创建应用', lang: 'zh-Hans' })
  expect(printed(create, 'io')).toEqual({ text: 'Create App', lang: 'en' })
  expect(plain('Press {create} or {gone}.', { create }, 'io')).toBe('Press Create App or gone.')
})
