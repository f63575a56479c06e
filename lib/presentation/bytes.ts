import { NBSP } from './number'

const UNITS = ['B', 'KiB', 'MiB', 'GiB'] as const

/** A size in binary units, three digits at most: `812 B`, `1.4 MiB`. */
export function bytesText(bytes: number): string {
  const step = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** step
  return `${step > 0 && value < 10 ? value.toFixed(1) : Math.round(value)}${NBSP}${UNITS[step]}`
}
