const DAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'] as const

/** How often a source is read, as people choose it; `cron` is whatever else five fields can say. */
export type ScheduleEvery = 'never' | 'hour' | 'six-hours' | 'day' | 'week' | 'cron'

export const SCHEDULE_CHOICES: readonly { value: ScheduleEvery; label: string }[] = [
  { value: 'never', label: 'Only when asked' },
  { value: 'hour', label: 'Every hour' },
  { value: 'six-hours', label: 'Every six hours' },
  { value: 'day', label: 'Every day' },
  { value: 'week', label: 'Every week' },
  { value: 'cron', label: 'As a cron expression' },
]

export const WEEKDAYS: readonly { value: number; label: string }[] = DAYS.map((label, value) => ({ value, label }))

export type ScheduleChoice = { every: ScheduleEvery; hour: number; day: number; cron: string }

/** The cron expression of a choice; null when it runs only when asked. */
export function cronOf({ every, hour, day, cron }: ScheduleChoice): string | null {
  const forms: Record<ScheduleEvery, string | null> = {
    never: null,
    hour: '0 * * * *',
    'six-hours': '0 */6 * * *',
    day: `0 ${hour} * * *`,
    week: `0 ${hour} * * ${day}`,
    cron,
  }
  return forms[every]
}

/** The choice that a schedule is; what no choice says is shown as cron. */
export function choiceOf(schedule: string | null): ScheduleChoice {
  const plain = { hour: 6, day: 1, cron: schedule ?? '0 6 * * *' }
  if (schedule === null) return { ...plain, every: 'never' }
  if (schedule === '0 * * * *') return { ...plain, every: 'hour' }
  if (schedule === '0 */6 * * *') return { ...plain, every: 'six-hours' }
  const [, hour, day] = /^0 (\d{1,2}) \* \* ([0-6*])$/.exec(schedule) ?? []
  if (hour === undefined || day === undefined) return { ...plain, every: 'cron' }
  if (day === '*') return { ...plain, every: 'day', hour: Number(hour) }
  return { ...plain, every: 'week', hour: Number(hour), day: Number(day) }
}

/** `Every six hours`, `Every day at 06:00 UTC`, `Mondays at 06:00 UTC`. */
export function scheduleText(schedule: string | null): string {
  const { every, hour, day } = choiceOf(schedule)
  const clock = `${String(hour).padStart(2, '0')}:00 UTC`
  if (every === 'cron') return `${schedule} (UTC)`
  if (every === 'day') return `Every day at ${clock}`
  if (every === 'week') return `${DAYS[day] ?? ''} at ${clock}`
  return SCHEDULE_CHOICES.find(({ value }) => value === every)?.label ?? ''
}
