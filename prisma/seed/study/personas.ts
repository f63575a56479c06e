import { EXTERNAL_AUDITOR } from '../audit/story'
import type { Persona } from '../persona'

// `.test` is reserved (RFC 2606): no mail can ever reach these addresses.
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

/** Those a newcomer signs in as: who sets things up, and the readers the product is made for. */
export const DEMO_READERS: readonly Persona[] = [ADMINISTRATOR, CISO, ASSESSOR, AUDITOR, EXTERNAL_AUDITOR]
