import type { ConnectionKind, ConnectionSettings, SelfTestLine } from '@/lib/model/connection'
import type { ConnectionView } from '@/lib/model/connection-view'
import { countText } from './number'
import { isGoing, type StateLook } from './run'
import { capitalized, countWord, listed } from './wording'

const KINDS: Record<ConnectionKind, { name: string; what: string }> = {
  aws: { name: 'AWS', what: 'Accounts, read through a role that may only read. No key is stored.' },
  kubernetes: {
    name: 'Kubernetes',
    what: 'A cluster and its mesh, read through a service account that may only list.',
  },
  terraform: { name: 'Terraform', what: 'Plans and states that you or a pipeline hand in.' },
  findings: { name: 'Another scanner', what: 'Findings in files of Prowler, Trivy, kube-bench and others.' },
}

export const kindName = (kind: ConnectionKind): string => KINDS[kind].name

export const kindChoices = (): { kind: ConnectionKind; name: string; what: string }[] =>
  (['aws', 'kubernetes', 'terraform', 'findings'] as const).map((kind) => ({ kind, ...KINDS[kind] }))

/** Whether a run asks the source; the others are handed what they judge. */
export const isRead = (kind: ConnectionKind): boolean => kind === 'aws' || kind === 'kubernetes'

const NO_RUN: Record<ConnectionKind, string> = {
  aws: 'It was never read.',
  kubernetes: 'It was never read.',
  terraform: 'No plan or state of it was kept yet.',
  findings: 'It is not read: findings come with the files that are imported.',
}

/** Why a connection has no run. */
export const noRunText = (kind: ConnectionKind): string => NO_RUN[kind]

/** Which credentials a connection keeps; null when it needs none of ours. */
export function secretKindOf(settings: ConnectionSettings): 'kubeconfig' | 'aws-keys' | null {
  if (settings.kind === 'aws') return settings.credentials === 'keys' ? 'aws-keys' : null
  return settings.kind === 'kubernetes' && settings.credentials === 'kubeconfig' ? 'kubeconfig' : null
}

/** Whom a connection speaks to: `111122223333 as ProoflineReader`, a server, a workspace. */
export function sourceText(settings: ConnectionSettings): string {
  if (settings.kind === 'kubernetes') return `${settings.cluster} at ${settings.server.replace(/^https?:\/\//, '')}`
  if (settings.kind === 'terraform') return settings.workspace
  if (settings.kind === 'findings') return settings.product
  const [, account, role] = /^arn:[^:]+:iam::(\d+):role\/(.+)$/.exec(settings.roleArn ?? '') ?? []
  const who = account && role ? `${account} as ${role}` : CREDENTIALS[settings.credentials]
  return settings.endpoint ? `${who} at ${settings.endpoint.replace(/^https?:\/\//, '')}` : who
}

const CREDENTIALS = {
  role: 'a role',
  'web-identity': 'a role by web identity',
  ambient: 'the machine’s own credentials',
  keys: 'stored access keys',
} as const

/** What it leaves out by choice; null when it reads all there is. */
export function scopeText(settings: ConnectionSettings): string | null {
  if (settings.kind !== 'aws') return null
  const { regions, services, memberRole } = settings
  const parts = [
    regions.length > 0 ? `only ${listed(regions)}` : 'every enabled region',
    services.length > 0 ? `only ${listed(services)}` : 'every service the checks need',
    ...(memberRole === null ? [] : [`member accounts through ${memberRole}`]),
  ]
  return capitalized(parts.join(', '))
}

/** Operations that the last self-test found refused. */
export const missingOf = ({ selfTest }: Pick<ConnectionView, 'selfTest'>): SelfTestLine[] =>
  (selfTest ?? []).filter(({ answer }) => answer === 'denied')

/** Whether a connection can be relied upon, in a word and a tone; never good before it was read. */
export function connectionHealth(view: ConnectionView): StateLook {
  if (view.pausedAt !== null) return { text: 'Paused', tone: 'neutral' }
  // Files of findings are imports and never runs: what they say of the source is as old as the newest of them.
  if (view.settings.kind === 'findings') return { text: 'Fed by files', tone: 'neutral' }
  const { lastRun } = view
  const missing = missingOf(view).length
  if (lastRun && isGoing(lastRun.state)) return { text: 'Reading now', tone: 'accent' }
  if (lastRun?.state === 'failed') return { text: 'Last run failed', tone: 'bad' }
  if (missing > 0)
    return {
      text: missing === 1 ? 'One permission missing' : `${countText(missing)} permissions missing`,
      tone: 'warn',
    }
  if (!lastRun) return { text: isRead(view.settings.kind) ? 'Not read yet' : 'Nothing handed in yet', tone: 'unknown' }
  if (lastRun.state === 'cancelled') return { text: 'Last run cancelled', tone: 'unknown' }
  if (lastRun.gaps > 0) return { text: 'Read in part', tone: 'warn' }
  return { text: isRead(view.settings.kind) ? 'Read in full' : 'Handed in', tone: 'good' }
}

/** The heading of the list: how many there are, and what is wrong with them first. */
export function connectionsTitle(views: readonly ConnectionView[], isWhole: boolean): string {
  if (views.length === 0) return 'No source is connected yet'
  const faulty = views.filter((view) => ['bad', 'warn'].includes(connectionHealth(view).tone)).length
  const count = isWhole ? capitalized(countWord(views.length)) : `More than ${countWord(views.length)}`
  const noun = views.length === 1 && isWhole ? 'connection' : 'connections'
  if (faulty === 0) return `${count} ${noun}`
  return `${count} ${noun}; ${countWord(faulty)} ${faulty === 1 ? 'needs' : 'need'} attention`
}

const ANSWERS: Record<SelfTestLine['answer'], StateLook & { one: string; many: string }> = {
  denied: { text: 'denied', tone: 'bad', one: 'is denied', many: 'are denied' },
  unavailable: { text: 'no answer', tone: 'warn', one: 'did not answer', many: 'did not answer' },
  unsupported: { text: 'not offered', tone: 'unknown', one: 'is not offered', many: 'are not offered' },
  allowed: { text: 'allowed', tone: 'good', one: 'is allowed', many: 'are allowed' },
}
const WORST_FIRST = ['denied', 'unavailable', 'unsupported', 'allowed'] as const

export const answerLook = (answer: SelfTestLine['answer']): StateLook => ANSWERS[answer]

/** What asks for something first. */
export const worstFirst = (lines: readonly SelfTestLine[]): SelfTestLine[] =>
  WORST_FIRST.flatMap((answer) => lines.filter((line) => line.answer === answer))

/** What a self-test came to: `31 of 34 operations are allowed; three are denied.` */
export function selfTestLine(lines: readonly SelfTestLine[]): string {
  const count = (answer: SelfTestLine['answer']) => lines.filter((line) => line.answer === answer).length
  const rest = WORST_FIRST.filter((answer) => answer !== 'allowed' && count(answer) > 0).map(
    (answer) => `${countWord(count(answer))} ${count(answer) === 1 ? ANSWERS[answer].one : ANSWERS[answer].many}`,
  )
  const allowed = `${countText(count('allowed'))} of ${countText(lines.length)} operations are allowed`
  return rest.length === 0 ? `${allowed}.` : `${allowed}; ${listed(rest)}.`
}
