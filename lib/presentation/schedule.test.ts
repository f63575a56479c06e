import { describe, expect, test } from 'vitest'
import { choiceOf, cronOf, SCHEDULE_CHOICES, scheduleText } from './schedule'

describe('a schedule', () => {
  test.each([
    [null, 'Only when asked'],
    ['0 * * * *', 'Every hour'],
    ['0 */6 * * *', 'Every six hours'],
    ['0 6 * * *', 'Every day at 06:00 UTC'],
    ['0 18 * * 1', 'Mondays at 18:00 UTC'],
    ['30 2 1 * *', '30 2 1 * * (UTC)'],
  ])('%j reads as %s, and comes back from its choice', (schedule, text) => {
    expect(scheduleText(schedule)).toBe(text)
    expect(cronOf(choiceOf(schedule))).toBe(schedule)
  })
  test('every choice gives one', () => {
    const crons = SCHEDULE_CHOICES.map(({ value }) => cronOf({ every: value, hour: 3, day: 2, cron: '5 5 * * *' }))
    expect(crons).toEqual([null, '0 * * * *', '0 */6 * * *', '0 3 * * *', '0 3 * * 2', '5 5 * * *'])
  })
})
