'use client'

import { useSyncExternalStore } from 'react'

const FORMS = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  datetime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type LocalTimeProps = {
  /** An ISO instant. */
  instant: string
  show?: keyof typeof FORMS
}

/** An instant in the reader's zone, with UTC on hover. The server, which cannot know the zone, writes UTC. */
export function LocalTime({ instant, show = 'datetime' }: LocalTimeProps) {
  const zone = useSyncExternalStore(neverChanges, readersZone, () => 'UTC')
  return (
    <time dateTime={instant} title={format(instant, 'datetime', 'UTC')} className="whitespace-nowrap tabular-nums">
      {format(instant, show, zone)}
    </time>
  )
}

const neverChanges = () => () => {}
const readersZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

function format(instant: string, show: keyof typeof FORMS, timeZone: string): string {
  const text = new Intl.DateTimeFormat('en-GB', { ...FORMS[show], timeZone }).format(new Date(instant))
  return timeZone === 'UTC' && show !== 'date' ? `${text} UTC` : text
}
