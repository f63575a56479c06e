import type { Profile } from './profile'
import { FINANCIAL } from './profiles-financial'
import { GOVERNMENT } from './profiles-government'
import { HEALTHCARE } from './profiles-healthcare'
import { TECHNOLOGY } from './profiles-technology'

/** The twelve organizations of the study. Names, people and figures are invented. */
export const PROFILES: readonly Profile[] = [...FINANCIAL, ...HEALTHCARE, ...TECHNOLOGY, ...GOVERNMENT]
