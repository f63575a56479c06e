import { Card } from '@/components/ui/card'
import type { Evidence } from '@/lib/model/evidence'
import { EVIDENCE_FILE_LIMIT, EVIDENCE_MEDIA } from '@/lib/model/evidence-file'
import type { Day } from '@/lib/model/instant'
import { bytesText } from '@/lib/presentation/bytes'
import type { AnswerPlace } from '@/lib/queries/answers'
import { AddEvidence } from './add-evidence'
import { EvidenceList } from './evidence-list'

type Props = {
  place: AnswerPlace
  evidence: readonly Evidence[]
  asOf: Day
  today: Day
  /** What the framework asks for. */
  asked: readonly string[]
  /** `closed` cannot change any more, `unanswered` has no answer yet that evidence could belong to. */
  mode: 'open' | 'closed' | 'unanswered'
}

/** Which content type a file's ending stands for; browsers disagree about some. */
const MEDIA_BY_ENDING = {
  ...Object.fromEntries(Object.entries(EVIDENCE_MEDIA).map(([type, end]) => [end, type])),
  jpeg: 'image/jpeg',
}

const KINDS = Object.values(EVIDENCE_MEDIA).join(', ').toUpperCase()

/** The evidence of one answer, and what to look for. */
export const EvidenceCard = ({ place, evidence, asOf, today, asked, mode }: Props) => (
  <Card title="Evidence">
    <div aria-live="polite">
      {evidence.length > 0 ? (
        <EvidenceList org={place.org} evidence={evidence} asOf={asOf} today={today} editable={mode === 'open'} />
      ) : mode === 'unanswered' ? null : (
        <p className="text-ink-3 text-sm">No evidence yet.</p>
      )}
    </div>
    {mode === 'open' ? (
      <AddEvidence
        place={place}
        today={today}
        asOf={asOf}
        mediaByEnding={MEDIA_BY_ENDING}
        limit={EVIDENCE_FILE_LIMIT}
        kinds={`${KINDS}; at most ${bytesText(EVIDENCE_FILE_LIMIT)}`}
      />
    ) : null}
    {mode === 'unanswered' ? (
      <p className="text-ink-3 text-sm">Choose a stage first; evidence belongs to an answer.</p>
    ) : null}
    <h3 className="mt-4 font-medium text-sm">What to look for</h3>
    <ul className="mt-1 grid list-disc gap-0.5 pl-5 text-ink-2 text-sm">
      {asked.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  </Card>
)
