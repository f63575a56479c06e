import type { PackManifest } from '@/lib/model/pack-manifest'
import { GAP_KINDS, type RequirementOperation } from '@/lib/model/requirement-operation'
import type { KeyName } from './pack-closing'
import { recipeMarkdown } from './verify-recipe'

type Told = Omit<PackManifest, 'files'> & {
  operations: readonly RequirementOperation[]
  /** The key that signs the pack. */
  signer: KeyName
  populations: readonly { name: string; words: string; rows: number }[]
  /** Documents that are not there, and why. */
  absent: readonly { name: string; reason: string }[]
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')

/** `README.md`: what the pack is, how to verify it without us, what each layer proves and what not, and the gaps in short. */
export const packReadme = (told: Told): string =>
  `${[about(told), contents(told), gaps(told.operations), verify(told), layers()].join('\n\n')}\n`

const about = ({ organization, framework, period, deployments, asOf, preparedBy, generator }: Told): string =>
  `# Evidence pack: ${oneLine(framework.name)}

Organization: ${oneLine(organization.name)} (${organization.slug})${organization.synthetic ? '\n**Synthetic: everything in this organization was generated. It is evidence of nothing.**' : ''}
Framework: ${oneLine(framework.name)}, version ${oneLine(framework.version)} (${framework.id})
Period: ${period.from} to ${period.to}, both days included, UTC
Scope: ${deployments.length === 0 ? 'the whole organization' : deployments.map(({ name }) => oneLine(name)).join(', ')}
Told as of: ${asOf}. Nothing that was not known then is in it; the same facts give the same bytes.
Prepared for: ${oneLine(preparedBy)}
Made by: ${generator.name} ${generator.version}`

const contents = ({ populations, absent, sampling }: Told): string =>
  `## What is in it

${list([
  '`index.csv`: a row a requirement: coverage, state by quarter, how many rows speak to it, sampled rows, files.',
  '`gaps.csv`: what is not there. A quarter in which nobody looked is missing, never good.',
  '`populations/`: full lists; beside each a `.query.json` with the query, its parameters, who ran it as of when, and row counts.',
  `\`samples/\`: rows drawn from each population with the seed "${oneLine(sampling.seed)}" (\`selection.json\` says how), or chosen by hand.`,
  '`evidence/`: files and links given with approved answers, by capability.',
  '`requests/`: what auditors asked for, what was answered, and the files that came with it.',
  '`oscal/`, `findings/`: the same as OSCAL 1.2.2 documents and OCSF 1.8.0 events.',
  '`audit-log/`: the slice of the audit log of the period, chained by SHA-256, with the heads that were signed. In the pack of an auditor who was let in for a scope, entries about anything else are withheld: their place and hash are there, what they say is not.',
  '`statements/`: signed scores and the inputs they were computed from; `proofline recompute` computes them anew.',
  '`keys/`: the public keys. Compare the fingerprint with one you got elsewhere.',
])}

Populations:

${list(populations.map(({ name, words, rows }) => `${name}: ${rows} rows. ${words}`))}${
  absent.length === 0 ? '' : `\n\nNot in it:\n\n${list(absent.map(({ name, reason }) => `${name}: ${reason}`))}`
}`

function gaps(operations: readonly RequirementOperation[]): string {
  const all = operations.flatMap((operation) => operation.gaps)
  const kinds = GAP_KINDS.map((kind) => ({ kind, n: all.filter((gap) => gap.kind === kind).length }))
  const states = ['held', 'failed', 'unknown', 'missing'] as const
  const requirements = states.map((state) => `${operations.filter((one) => one.state === state).length} ${state}`)
  return `## Gaps

${operations.length} requirements: ${requirements.join(', ')}. ${all.length === 0 ? 'No gap was found.' : `${all.length} gaps, listed in \`gaps.csv\`:`}${
    all.length === 0 ? '' : `\n\n${list(kinds.filter(({ n }) => n > 0).map(({ kind, n }) => `${kind}: ${n}`))}`
  }`
}

const verify = ({ signer }: Told): string =>
  `## How to verify it without us

Signing key (RFC 7638 thumbprint): ${signer.kid}

With Proofline: \`proofline verify PACK.zip\`, or the page /verify of any installation, which reads the pack in the browser and uploads nothing. With tools of others, in one shell with \`set -e\`, in a folder that holds PACK.zip and proofline-keys.json; the first command that fails refuses the pack:

${recipeMarkdown().trimEnd()}`

const layers = (): string =>
  `## What each layer proves, and what not

${list([
  'Hashes (MANIFEST): no file was changed since the list was made. Anybody can make a new list.',
  'Signature (manifest.sig): whoever holds the signing key made this list. Not that what the files say is true.',
  'Time stamp (manifest.tsr, where there is one): the list existed at that time, by the word of the authority that stamped it. Without one the instant is our own word.',
  'Chain of the audit log: between two signed heads no entry was changed, removed, added or moved. Entries after the last signed head are held by the chain alone; somebody who owns the keys could have rewritten all of it before a head was kept elsewhere.',
  'Populations: what the query found in Proofline. What a source never handed in is in no list.',
  'Unknown and missing are neither good nor bad: they say that nobody can tell.',
])}`

/** Names come from people: nothing in one may begin a line of its own. */
const oneLine = (text: string): string => text.replace(/[\r\n\p{Cc}]+/gu, ' ').replace(/[<>`|]/g, ' ')
