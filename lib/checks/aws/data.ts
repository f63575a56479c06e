import type { Check } from '../frame/check'

export const DATA_CHECKS: readonly Check[] = []
