import { describe, expect, test } from 'vitest'
import { evidenceStanding } from './evidence-standing'

const AS_OF = '2026-11-19'
const TODAY = '2026-11-22'
const standing = (collectedOn: string, expiresOn: string | null) =>
  evidenceStanding({ collectedOn, expiresOn }, AS_OF, TODAY)

describe('what is said of a piece of evidence', () => {
  test('that it does not count, when it was taken after the day or had expired before it', () => {
    expect(standing('2026-11-20', null)).toEqual({ text: 'taken after 19 Nov 2026, so it does not count', tone: 'bad' })
    expect(standing('2026-01-01', '2026-11-18')).toEqual({
      text: 'expired 18 Nov 2026, before 19 Nov 2026, so it does not count',
      tone: 'bad',
    })
  })

  test('the day of the assessment itself still counts at both ends', () => {
    expect(standing('2026-11-19', null).tone).toBe('neutral')
    expect(standing('2026-01-01', '2026-11-19')).toEqual({
      text: 'counted on 19 Nov 2026, expired 19 Nov 2026',
      tone: 'warn',
    })
  })

  test('how long it is still good, in days from today once it is soon', () => {
    expect(standing('2026-01-01', '2026-11-22')).toEqual({ text: 'expires today', tone: 'warn' })
    expect(standing('2026-01-01', '2026-11-23').text).toBe('expires in 1 day')
    expect(standing('2026-01-01', '2026-12-22')).toEqual({ text: 'expires in 30 days', tone: 'warn' })
    expect(standing('2026-01-01', '2026-12-23')).toEqual({ text: 'valid to 23 Dec 2026', tone: 'neutral' })
    expect(standing('2026-01-01', null).text).toBe('does not expire')
  })
})
