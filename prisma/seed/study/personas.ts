import type { Role } from '@/lib/model/actor'

export type Persona = {
  /** What they are to a reader of the sign-in links. */
  label: string
  name: string
  /** `.test` is reserved (RFC 2606): no mail can ever reach it. */
  email: string
  role: Role
}

export const ADMINISTRATOR: Persona = {
  label: 'Administrator',
  name: 'Sam Admin',
  email: 'sam.admin@example.test',
  role: 'admin',
}
export const CISO: Persona = { label: 'CISO', name: 'Ada Ruiz', email: 'ada.ruiz@example.test', role: 'viewer' }
export const ASSESSOR: Persona = {
  label: 'Security team',
  name: 'Ines Okafor',
  email: 'ines.okafor@example.test',
  role: 'assessor',
}
export const APPROVER: Persona = {
  label: 'Second assessor',
  name: 'Tomas Lind',
  email: 'tomas.lind@example.test',
  role: 'assessor',
}
export const AUDITOR: Persona = {
  label: 'Auditor',
  name: 'Noor Haddad',
  email: 'noor.haddad@example.test',
  role: 'auditor',
}

/** The people of the demo; each is a member of all twelve organizations, so that the portfolio shows them side by side. */
export const PERSONAS: readonly Persona[] = [ADMINISTRATOR, CISO, ASSESSOR, APPROVER, AUDITOR]
