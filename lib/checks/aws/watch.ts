import type { Check } from '../frame/check'

export const WATCH_CHECKS: readonly Check[] = []
