import { expect, test } from 'vitest'
import { dingtalkCall } from './call'

test.each([
  ['POST /v1.0/oauth2/accessToken', 'POST /v1.0/oauth2/accessToken'],
  ['GET /gettoken (Date)', 'GET /gettoken (Date)'],
  ['hmac-sha256', null],
  ['time-zone', null],
  [null, null],
])('of %s a person is told %s', (call, told) => expect(dingtalkCall(call)).toBe(told))
