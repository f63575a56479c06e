import type { Role } from '@/lib/model/actor'

/** Somebody of the story; a member of every organization in it, or of the one they came to audit. */
export type Persona = {
  /** What they are to a reader of the sign-in links. */
  label: string
  name: string
  email: string
  role: Role
}
