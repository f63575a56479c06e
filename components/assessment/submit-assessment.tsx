'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { TextLink } from '@/components/ui/text-link'
import { showToast } from '@/components/ui/toast-store'
import type { LayerId } from '@/lib/model/layer'
import { layerName } from '@/lib/presentation/layer'
import { useSubmitAssessment } from '@/lib/queries/assessments'
import { paths } from '@/lib/queries/paths'

type Unanswered = { layer: LayerId; capabilities: readonly { id: string; name: string }[] }
type Props = { org: string; id: string; name: string; answered: number; unanswered: readonly Unanswered[] }

/** Hands a draft over, and says first what it leaves open: an approver sees the same gaps. */
export function SubmitAssessment({ org, id, name, answered, unanswered }: Props) {
  const router = useRouter()
  const submit = useSubmitAssessment(org, id)
  const open = unanswered.filter(({ capabilities }) => capabilities.length > 0)
  const count = open.reduce((sum, { capabilities }) => sum + capabilities.length, 0)
  return (
    <ConfirmButton
      label="Submit…"
      variant="primary"
      title={`Submit ${name} for approval?`}
      confirm={count === 0 ? 'Submit' : `Submit with ${count} unanswered`}
      confirmVariant="primary"
      isBlocked={answered === 0}
      isBusy={submit.isPending}
      problem={submit.error}
      onConfirm={(done) =>
        submit.mutate(undefined, {
          onSuccess: () => {
            done()
            showToast({ title: `${name} submitted`, detail: 'Somebody else must approve it.', tone: 'good' })
            router.push(paths.assessment(org, id))
            router.refresh()
          },
        })
      }
    >
      <p>
        {answered === 0
          ? 'Answer at least one capability first.'
          : 'Somebody else reads and approves it. Until they do or send it back, nothing in it can change.'}
      </p>
      {count === 0 ? (
        <p className="mt-2">Every capability is answered.</p>
      ) : (
        <>
          <p className="mt-3 font-medium text-ink">{count} not answered; they lower coverage and help no stage:</p>
          <ul className="mt-1 grid gap-1.5">
            {open.map(({ layer, capabilities }) => (
              <li key={layer}>
                <span className="text-ink">{layerName(layer)}</span>{' '}
                {capabilities.map((one, place) => (
                  <span key={one.id}>
                    {place > 0 ? ', ' : ''}
                    <TextLink
                      href={paths.assessment(org, id, one.id)}
                      title={one.name}
                      data-close
                      className="whitespace-nowrap"
                    >
                      {one.id}
                    </TextLink>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </ConfirmButton>
  )
}
