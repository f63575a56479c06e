import { useState } from 'react'
import { useExceptFinding } from '@/lib/queries/findings'
import { ExceptionFields, offeredDay } from '../exception-fields'
import { ActDialog, reasonIn } from './act-dialog'

type Props = { org: string; id: string; onDone: (title: string) => void }

export function ExceptButton({ org, id, onDone }: Props) {
  const except = useExceptFinding(org, id)
  const [values, setValues] = useState({ ownerId: '', reason: '', until: offeredDay() })
  return (
    <ActDialog
      label="Accept risk…"
      title="Accept the risk"
      confirm="Accept risk"
      isBusy={except.isPending}
      error={except.error}
      onConfirm={(close) =>
        except.mutate(values, {
          onSuccess: () => {
            close()
            onDone('Risk accepted')
          },
        })
      }
    >
      <ExceptionFields
        org={org}
        values={values}
        error={(field) => reasonIn(except.error, field)}
        onChange={setValues}
      />
    </ActDialog>
  )
}
