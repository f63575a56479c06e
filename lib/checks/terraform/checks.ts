import type { Check } from '../frame/check'

export const TERRAFORM_CHECKS: readonly Check[] = []
