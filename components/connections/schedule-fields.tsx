'use client'

import { LocalTime } from '@/components/ui/local-time'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import {
  cronOf,
  SCHEDULE_CHOICES,
  type ScheduleChoice,
  type ScheduleEvery,
  WEEKDAYS,
} from '@/lib/presentation/schedule'
import { useScheduleTimes } from '@/lib/queries/connections'

type Props = {
  org: string
  choice: ScheduleChoice
  onChoose: (choice: ScheduleChoice) => void
  jitterMinutes: number
  reason: (field: string) => string | undefined
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ hour, label: `${String(hour).padStart(2, '0')}:00 UTC` }))

/** When a source is read by itself, and when that would be next. */
export function ScheduleFields({ org, choice, onChoose, jitterMinutes, reason }: Props) {
  const { every, hour, day, cron } = choice
  return (
    <fieldset className="grid min-w-0 gap-4 md:grid-cols-2">
      <legend className="sr-only">Schedule</legend>
      <SelectField
        label="Read it"
        value={every}
        onChange={(event) => onChoose({ ...choice, every: event.target.value as ScheduleEvery })}
        error={every === 'cron' ? undefined : reason('schedule')}
      >
        {SCHEDULE_CHOICES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      {every === 'week' ? (
        <SelectField
          label="On"
          value={day}
          onChange={(event) => onChoose({ ...choice, day: Number(event.target.value) })}
        >
          {WEEKDAYS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      ) : null}
      {every === 'day' || every === 'week' ? (
        <SelectField
          label="At"
          value={hour}
          onChange={(event) => onChoose({ ...choice, hour: Number(event.target.value) })}
        >
          {HOURS.map((one) => (
            <option key={one.hour} value={one.hour}>
              {one.label}
            </option>
          ))}
        </SelectField>
      ) : null}
      {every === 'cron' ? (
        <TextField
          label="Cron"
          value={cron}
          onChange={(event) => onChoose({ ...choice, cron: event.target.value })}
          hint="Minute, hour, day of the month, month, day of the week, in UTC; at least 15 minutes apart."
          error={reason('schedule')}
        />
      ) : null}
      {every === 'never' ? null : (
        <TextField
          label="Spread by (minutes)"
          name="jitterMinutes"
          type="number"
          min={0}
          max={720}
          defaultValue={jitterMinutes}
          hint="Begins up to this much later, so that many sources are not read at one moment."
          error={reason('jitterMinutes')}
        />
      )}
      <NextTimes org={org} schedule={cronOf(choice)} />
    </fieldset>
  )
}

function NextTimes({ org, schedule }: { org: string; schedule: string | null }) {
  const { data, error } = useScheduleTimes(org, schedule)
  if (schedule === null) return null
  return (
    <p aria-live="polite" className="text-ink-2 text-sm md:col-span-2">
      {error ? (
        <span className="text-bad">{error.problems[0]?.reason ?? error.detail}</span>
      ) : data ? (
        <span className="flex flex-wrap gap-x-3">
          Next:{' '}
          {data.times.map((time) => (
            <LocalTime key={time} instant={time} />
          ))}
        </span>
      ) : (
        'Computing the next times…'
      )}
    </p>
  )
}
