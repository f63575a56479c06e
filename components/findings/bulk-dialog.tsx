import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Refusal } from '@/components/ui/refusal'
import { showToast } from '@/components/ui/toast-store'
import type { FindingChange } from '@/lib/model/finding-change'
import { countText } from '@/lib/presentation/number'
import { useChangeFindings } from '@/lib/queries/findings'
import { ExceptionFields, type ExceptionValues, offeredDay } from './exception-fields'
import { OwnerField } from './owner-field'

type Props = {
  org: string
  act: 'assign' | 'except'
  which: FindingChange['which']
  onClose: () => void
  onDone: () => void
}

const TITLES = { assign: 'Assign findings', except: 'Accept the risk of findings' } as const

/** Asks what is to be done with many findings, and says beforehand how many that is. */
export function BulkDialog({ org, act, which, onClose, onDone }: Props) {
  const router = useRouter()
  const preview = useChangeFindings(org)
  const change = useChangeFindings(org)
  const [values, setValues] = useState<ExceptionValues>({ ownerId: '', reason: '', until: offeredDay() })
  const { mutate: askHowMany } = preview
  useEffect(() => askHowMany({ which, assign: { ownerId: null }, dryRun: true }), [askHowMany, which])
  const reason = (field: string) => change.error?.problems.find((one) => one.field.endsWith(field))?.reason
  const refused = preview.error ?? (change.error && change.error.problems.length === 0 ? change.error : null)
  const count = preview.data?.findings

  function submit(): void {
    const wanted = act === 'assign' ? { assign: { ownerId: values.ownerId || null } } : { except: values }
    change.mutate(
      { which, ...wanted, dryRun: false },
      {
        onSuccess: ({ changed }) => {
          showToast({ title: `${countText(changed)} findings changed`, tone: 'good' })
          onDone()
          onClose()
          router.refresh()
        },
      },
    )
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={TITLES[act]}
      description={count === undefined ? 'Counting…' : `${countText(count)} findings`}
      footer={
        <>
          <Button data-close>Cancel</Button>
          <Button variant="primary" busy={change.isPending} disabled={count === undefined} onClick={submit}>
            {act === 'assign' ? 'Assign' : 'Accept risk'} {count === undefined ? '' : `(${countText(count)})`}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {refused ? <Refusal title={refused.title} detail={refused.detail} requestId={refused.requestId} /> : null}
        {act === 'assign' ? (
          <OwnerField
            org={org}
            label="Owner"
            none="Nobody"
            value={values.ownerId}
            error={reason('ownerId')}
            onChange={(ownerId) => setValues({ ...values, ownerId })}
          />
        ) : (
          <ExceptionFields org={org} values={values} error={reason} onChange={setValues} />
        )}
      </div>
    </Dialog>
  )
}
