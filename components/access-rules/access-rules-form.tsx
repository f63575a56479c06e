'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Refusal } from '@/components/ui/refusal'
import { showToast } from '@/components/ui/toast-store'
import type { AccessRules } from '@/lib/model/access-rules'
import { useSaveAccessRules } from '@/lib/queries/access-rules'
import { EntryRules } from './entry-rules'
import { reasonFor, rulesOf } from './form-values'
import type { OwnSession } from './own-session'
import { PowerRules } from './power-rules'

type Props = { org: string; rules: AccessRules; own: OwnSession }

/** All rules at once, because they are replaced at once. The server refuses what would lock out whoever saves. */
export function AccessRulesForm({ org, rules, own }: Props) {
  const router = useRouter()
  const save = useSaveAccessRules(org)
  const problems = save.error?.problems ?? []
  const reason = (field: string) => reasonFor(field, problems, save.variables)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    save.mutate(rulesOf(new FormData(event.currentTarget)), {
      onSuccess: () => {
        showToast({ title: 'Access rules saved', detail: 'They hold from the next request on.', tone: 'good' })
        router.refresh()
      },
    })
  }

  return (
    <form onSubmit={submit} noValidate>
      <div className="grid min-w-0 gap-4">
        <EntryRules rules={rules} own={own} reason={reason} />
        <PowerRules rules={rules} reason={reason} />
        {save.error ? (
          <Refusal title={save.error.title} detail={save.error.detail} requestId={save.error.requestId} />
        ) : null}
        <div>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {save.isPending ? 'Saving…' : 'Save access rules'}
          </Button>
        </div>
      </div>
    </form>
  )
}
