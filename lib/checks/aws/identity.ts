import type { Check } from '../frame/check'

export const IDENTITY_CHECKS: readonly Check[] = []
