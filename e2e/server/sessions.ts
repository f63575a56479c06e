import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { request } from '@playwright/test'
import type { Role } from '@/lib/model/actor'
import { dataDir, proofline, runScript } from './command-line'
import { USER_AGENT } from './user-agent'

/** Somebody with a session of their own. The first five are people of the demo study; the founder makes organizations. */
export const PEOPLE = {
  admin: { email: 'sam.admin@example.test', role: 'admin' },
  ciso: { email: 'ada.ruiz@example.test', role: 'viewer' },
  assessor: { email: 'ines.okafor@example.test', role: 'assessor' },
  approver: { email: 'tomas.lind@example.test', role: 'assessor' },
  auditor: { email: 'noor.haddad@example.test', role: 'auditor' },
  founder: { email: 'flora.founder@example.test', role: 'viewer' },
} as const satisfies Record<string, { email: string; role: Role }>
export type Person = keyof typeof PEOPLE

/** The organization of the study through which the people get their links. */
export const STUDY_ORG = 'meridian-health'

/** The file with a person's session, for `test.use({ storageState })`. */
export const sessionOf = (name: string): string => join(dataDir(), 'sessions', `${name}.json`)

/** A one-time link for the person with this address, who has this role in the organization from now on. */
export async function issueLink(org: string, role: Role, email: string): Promise<string> {
  const { url } = await proofline<{ url: string }>('link', '--org', org, '--role', role, '--user', email)
  return url
}

/** Who somebody is to be where. */
export type Seat = { org: string; role: Role; email: string }

/** One-time links for several people at once, who have these roles from now on. */
export async function issueLinks(seats: readonly Seat[]): Promise<string[]> {
  const paths = await runScript<string[]>('e2e/server/print-links.ts', dataDir(), JSON.stringify(seats))
  return paths.map((path) => new URL(path, process.env.PROOFLINE_E2E_URL).href)
}

/** Uses a one-time link up and keeps the session under this name. */
export async function keepSession(name: string, link: string): Promise<void> {
  const file = sessionOf(name)
  mkdirSync(dirname(file), { recursive: true })
  const browser = await request.newContext({ userAgent: USER_AGENT })
  const answer = await browser.get(link)
  if (!answer.url().endsWith('/portfolio')) throw new Error(`The link of ${name} led to ${answer.url()}`)
  await browser.storageState({ path: file })
  await browser.dispose()
}

/** Keeps a session that was opened elsewhere under this name, as a browser would. */
export function keepCookie(name: string, cookie: string): void {
  const file = sessionOf(name)
  mkdirSync(dirname(file), { recursive: true })
  const [key = '', value = ''] = cookie.split('=')
  const { hostname: domain } = new URL(process.env.PROOFLINE_E2E_URL ?? '')
  const kept = { name: key, value, domain, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' }
  writeFileSync(file, JSON.stringify({ cookies: [kept], origins: [] }))
}

/** Makes people members of another organization in their own role; their sessions know it from the next request on. */
export async function addMembers(org: string, ...people: readonly Person[]): Promise<void> {
  if (people.length > 0) await issueLinks(people.map((name) => ({ org, ...PEOPLE[name] })))
}
