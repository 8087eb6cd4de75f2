import { expect, test } from 'vitest'
import { pointWord } from './pointWord'

test('a permission point finds its explanation by its code', () => {
  const check = (code: string, expected: string) => expect(pointWord(code)).toBe(expected)
  check('qyapi_get_department_list', 'point-qyapi-get-department-list')
  check('fieldMobile', 'point-fieldmobile')
  check('Contact.User.Read', 'point-contact-user-read')
  check('Calendar.Acl.*', 'point-calendar-acl-all')
})
