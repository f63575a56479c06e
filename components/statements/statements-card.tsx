import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { LocalTime } from '@/components/ui/local-time'
import type { StatementView } from '@/lib/model/statement-view'
import { shortDigest } from '@/lib/presentation/digest'
import { scoreText } from '@/lib/presentation/score'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; statements: readonly StatementView[] }

const DOWNLOAD = 'rounded-xs text-accent text-sm underline underline-offset-3 hover:text-accent-strong'
const NOTE = 'Whoever has the two files and the public key can check the signature and compute the score again.'

/** What was signed of a score: by which key, over which result and inputs, and both files. */
export function StatementsCard({ org, statements }: Props) {
  if (statements.length === 0) return null
  return (
    <Card
      title={statements.length === 1 ? 'Signed result' : 'Signed results'}
      note={NOTE}
      footer="Command: proofline recompute PACK.zip derives every score in an evidence pack again."
    >
      <div className="grid gap-4">
        {statements.map((one) => (
          <SignedScore key={one.id} org={org} statement={one} />
        ))}
      </div>
    </Card>
  )
}

function SignedScore({ org, statement: one }: { org: string; statement: StatementView }) {
  const place = one.deployment ?? 'the whole organization'
  return (
    <div>
      <Facts
        items={[
          { term: 'Score', value: `${scoreText(one.score)} of 100, ${place}` },
          { term: 'Signed', value: <LocalTime instant={one.createdAt} /> },
          { term: 'Signed by key', value: <Code whole={one.kid} text={one.kid.slice(0, 12)} /> },
          { term: 'Formula', value: `${one.formula}, framework ${one.framework}` },
          { term: 'Result', value: <Digest sha256={one.resultSha256} /> },
          { term: 'Inputs', value: <Digest sha256={one.inputsSha256} /> },
        ]}
      />
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        <a className={DOWNLOAD} href={paths.api.statement(org, one.id, 'envelope')} download>
          Download statement<span className="sr-only"> of {place}</span>
        </a>
        <a className={DOWNLOAD} href={paths.api.statement(org, one.id, 'inputs')} download>
          Download inputs<span className="sr-only"> of {place}</span>
        </a>
      </p>
    </div>
  )
}

const Code = ({ whole, text }: { whole: string; text: string }) => <code title={whole}>{text}…</code>

const Digest = ({ sha256 }: { sha256: string }) => <code title={`sha256:${sha256}`}>sha256 {shortDigest(sha256)}</code>
