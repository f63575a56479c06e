import type { Day, Instant } from '@/lib/model/instant'

/** Own names: the runtime's differ between versions (`Sep`, `Sept`), and a server must write what a browser writes. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const monthName = (text: string): string => MONTHS[Number(text.slice(5, 7)) - 1] ?? text

/** A calendar day `2026-03-03`: `3 Mar 2026`. */
export const dayText = (day: Day): string => `${Number(day.slice(8, 10))} ${monthName(day)} ${day.slice(0, 4)}`

/** A month `2026-03`: `Mar 2026`. */
export const monthText = (month: string): string => `${monthName(month)} ${month.slice(0, 4)}`

/** A month on an axis whose year stands elsewhere: `Mar`. */
export const monthShortText = (month: string): string => monthName(month)

/** An instant in UTC, to the minute: `21 Nov 2026, 06:00 UTC`. */
export function instantText(instant: Instant): string {
  const utc = new Date(instant).toISOString()
  return `${dayText(utc.slice(0, 10))}, ${utc.slice(11, 16)} UTC`
}
