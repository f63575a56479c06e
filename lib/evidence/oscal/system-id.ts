import type { OscalObject } from './oscal-object'

/** What a plan of action is of, where there is no system security plan: one of our own ids. */
export const systemId = (id: string): OscalObject => ({ 'identifier-type': 'https://ietf.org/rfc/rfc4122', id })
