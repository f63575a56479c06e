import { expect, test } from 'vitest'
import { noticesLine, noticeText } from './notice-text'

test('a notice says what happened to whom', () => {
  expect(noticeText({ action: 'sign-in-link.issued', subjectName: 'Ada Ruiz', role: null })).toBe(
    'A sign-in link was issued for Ada Ruiz',
  )
  expect(noticeText({ action: 'elevation.approved', subjectName: 'Ada Ruiz', role: 'admin' })).toBe(
    'Ada Ruiz was given the role admin for some hours',
  )
  expect(noticeText({ action: 'member.changed', subjectName: null, role: 'admin' })).toBe(
    'Somebody who is gone became an administrator',
  )
})

test('a line counts what was not seen', () => {
  expect(noticesLine(1)).toBe('Something happened that administrators should know')
  expect(noticesLine(2)).toBe('2 things happened that administrators should know')
  expect(noticesLine(100)).toBe('100 or more things happened that administrators should know')
})
