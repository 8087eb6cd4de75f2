import { expect, test } from 'vitest'
import { messageValues } from './shapes'

test('the practice server goes by its name, and no other host does', () => {
  const check = (value: string, expected: string) => expect(messageValues({ host: value })).toEqual({ host: expected })
  check('127.0.0.1:40459', 'practice')
  check('127.0.0.1:40459, 127.0.0.1:35549, 127.0.0.1:34643', 'practice')
  check('api.dingtalk.com', 'api.dingtalk.com')
  check('127.0.0.1', '127.0.0.1')
  check('api.dingtalk.com, 127.0.0.1:40459', 'api.dingtalk.com, 127.0.0.1:40459')
})

test('what was not told is named so, and leaves no hole', () => {
  expect(messageValues({ ip: '', gone: undefined })).toEqual({ ip: 'unknown' })
})
