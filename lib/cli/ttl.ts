import { AppError } from '@/lib/kernel/app-error'

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600 }

/** Seconds of a span like `900s`, `15m` or `1h`. Throws `invalid` unless it lies between one second and `most` seconds. */
export function ttlSeconds(text: string, most: number): number {
  const [, amount, unit] = /^([1-9]\d{0,5})([smh])$/.exec(text.trim()) ?? []
  if (!amount || !unit) throw invalid(`"${text}" is not a span; write it like 900s, 15m or 1h`)
  const seconds = Number(amount) * (SECONDS[unit] ?? 1)
  if (seconds > most) throw invalid(`${text} is longer than the ${most / 60} minutes a token may live`)
  return seconds
}

const invalid = (reason: string) =>
  new AppError('invalid', { detail: 'Some options are not valid.', problems: [{ field: '--ttl', reason }] })
