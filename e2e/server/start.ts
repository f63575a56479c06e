import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port'
import { launch } from './product'
import { issueLinks, keepSession, PEOPLE, type Person, STUDY_ORG } from './sessions'

/** The line with which a start tells a newcomer how to get in as administrator. */
const NEWCOMER = /^ {2}Administrator .*: (http\S+)$/m

/**
 * One product for the whole run: `npm start` on a port of its own over an empty data directory, which it fills with the study.
 * Journeys find it at PROOFLINE_E2E_URL and its data directory, for the command line, at PROOFLINE_E2E_DATA. Where both are
 * set already the product that runs there is used, which is how one journey is worked on.
 */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env.PROOFLINE_E2E_URL && process.env.PROOFLINE_E2E_DATA) {
    await signEverybodyIn(null)
    return async () => {}
  }
  // Journeys bring identity providers of their own, at this name and at no other address within.
  process.env.PROOFLINE_OUTBOUND_ALLOW ??= 'localhost'
  const data = await mkdtemp(join(tmpdir(), 'proofline-e2e-'))
  // As root, Postgres runs as another user who has to pass through this directory.
  await chmod(data, 0o711)
  const remove = () => rm(data, { recursive: true, force: true })
  try {
    const product = await launch(['--port', String(await freePort()), '--data', data])
    const stop = () => product.stop().then(remove)
    process.env.PROOFLINE_E2E_URL = product.url
    process.env.PROOFLINE_E2E_DATA = data
    const printed = NEWCOMER.exec(product.output())?.[1] ?? ''
    await signEverybodyIn(printed).catch((error) => stop().then(() => Promise.reject(error)))
    return stop
  } catch (error) {
    await remove()
    throw error
  }
}

/** Keeps a session for each person, once for all journeys, and the newcomer's link unused. */
async function signEverybodyIn(printed: string | null): Promise<void> {
  const names = Object.keys(PEOPLE) as Person[]
  const [spare = '', ...links] = await issueLinks(
    [PEOPLE.admin, ...Object.values(PEOPLE)].map((one) => ({ org: STUDY_ORG, ...one })),
  )
  await Promise.all(names.map((name, place) => keepSession(name, links[place] ?? '')))
  process.env.PROOFLINE_E2E_LINK = printed ?? spare
}
