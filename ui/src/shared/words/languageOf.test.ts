import { expect, test } from 'vitest'
import { runsOf } from './languageOf'
import type { LanguageTag } from './load'

const check = (screen: LanguageTag, text: string, expected: string[]) =>
  expect(runsOf(text, screen).map(({ text, lang }) => (lang ? `${lang}: ${text}` : text))).toEqual(expected)

test('Chinese in an English sentence is Hong Kong’s, and what the console prints is Simplified', () => {
  check('en', 'Open “凭证与基础信息” now.', ['Open “', 'zh-Hans: 凭证与基础信息', '” now.'])
  check('en', '示範貿易（香港）有限公司 is connected.', ['zh-HK: 示範貿易（香港）有限公司', ' is connected.'])
  check('en', 'Nothing here.', ['Nothing here.'])
})

test('English in a Chinese sentence is marked from three words on, and quoted labels as they are printed', () => {
  check('zh-HK', '請打開「安全设置」，再按「檢查」。', ['請打開「', 'zh-Hans: 安全设置', '」，再按「檢查」。'])
  check('zh-HK', '- 通讯录部门成员读权限（請開通）', ['- ', 'zh-Hans: 通讯录部门成员读权限', '（請開通）'])
  check('zh-HK', '原文：the request is not valid.', ['原文：', 'en: the request is not valid.'])
  check('zh-HK', '應用編號 Client ID 和 AgentId', ['應用編號 Client ID 和 AgentId'])
})

test('nothing is lost and nothing is added', () => {
  for (const screen of ['en', 'zh-HK'] as const) {
    for (const text of ['', '甲 and 乙「丙 丁」 end.', '「」', 'a “凭证” b 示範 c', '「the request was refused」']) {
      expect(
        runsOf(text, screen)
          .map(run => run.text)
          .join(''),
      ).toBe(text)
    }
  }
})
