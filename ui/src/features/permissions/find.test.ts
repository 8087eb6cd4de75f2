import { expect, test } from 'vitest'
import { byArea, find } from './find'

const points = [
  { code: 'qyapi_base', consoleName: '调用企业API时需要具备的基本权限', risk: 'medium', area: 'app' },
  { code: 'Calendar.Acl.*', consoleName: '', risk: 'high', area: 'calendar' },
  { code: 'qyapi_microapp_manage', consoleName: '管理微应用的权限', risk: 'high', area: 'app' },
] as const
const explained = (code: string) => (code === 'qyapi_base' ? '最基本的一項' : 'who may see a Calendar')

test('a permission is found by its code, its console name or its explanation', () => {
  const check = (text: string, expected: string[], shown: 'all' | 'high' = 'all') =>
    expect(find(points, { text, shown }, explained).map(({ code }) => code)).toEqual(expected)
  check(
    '',
    points.map(({ code }) => code),
  )
  check('BASE', ['qyapi_base'])
  check('微应用', ['qyapi_microapp_manage'])
  check('基本的一項', ['qyapi_base'])
  check('calendar  see', ['Calendar.Acl.*', 'qyapi_microapp_manage'])
  check('ｂａｓｅ', ['qyapi_base'])
  check('', ['Calendar.Acl.*', 'qyapi_microapp_manage'], 'high')
  check('payroll', [])
})

test('groups keep the order of the catalogue and hold each point once', () => {
  expect(byArea(points).map(([area, held]) => [area, held.length])).toEqual([
    ['app', 2],
    ['calendar', 1],
  ])
})
