/** Postgres dates arrive as midnight UTC; the model speaks of days and months. */
export const toDay = (date: Date): string => date.toISOString().slice(0, 10)
export const toDayOrNull = (date: Date | null): string | null => (date ? toDay(date) : null)
export const fromDay = (day: string): Date => new Date(`${day}T00:00:00Z`)
export const fromDayOrNull = (day: string | null): Date | null => (day ? fromDay(day) : null)
export const toInstantOrNull = (date: Date | null): string | null => (date ? date.toISOString() : null)
