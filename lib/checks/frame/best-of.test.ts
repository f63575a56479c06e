import { describe, expect, test } from 'vitest'
import { bestOf } from './best-of'
import { fail, pass, skip, undecided } from './judge'
import { judgeField, judgeReading } from './judge-reading'

const missing = fail('nothing is there')
const refused = undecided('denied', 'kms:DescribeKey')

describe('of several candidates for one place', () => {
  test('one that passes is enough', () => expect(bestOf([fail('no'), refused, pass], missing)).toBe(pass))

  test('one that is undecided might have passed', () => expect(bestOf([fail('no'), refused], missing)).toBe(refused))

  test('else the first that fails says why, and without any the place lacks it', () => {
    expect(bestOf([skip, fail('first'), fail('second')], missing)).toEqual(fail('first'))
    expect(bestOf([], missing)).toBe(missing)
    expect(bestOf([skip], missing)).toBe(missing)
  })
})

describe('a field that may be unread', () => {
  const isOn = (on: boolean) => (on ? pass : fail('off'))

  test('is judged by its value, also by one that says nothing is configured', () => {
    expect(judgeReading({ value: true }, isOn)).toBe(pass)
    expect(judgeReading({ value: null }, (value) => (value === null ? fail('none') : pass))).toEqual(fail('none'))
  })

  test('is undecided with the cause and the call, never a fail', () => {
    const reading = { unread: 'unavailable', operation: 'kms:DescribeKey' } as const
    expect(judgeReading<boolean>(reading, isOn)).toEqual(undecided('unavailable', 'kms:DescribeKey'))
  })

  test('that the reply left out is not offered by the source', () => {
    expect(judgeField(null, 'kms:DescribeKey', isOn)).toEqual(undecided('unsupported', 'kms:DescribeKey'))
    expect(judgeField(false, 'kms:DescribeKey', isOn)).toEqual(fail('off'))
  })
})
