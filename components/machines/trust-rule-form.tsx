'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Refusal } from '@/components/ui/refusal'
import { showToast } from '@/components/ui/toast-store'
import type { MachineExample } from '@/lib/presentation/machine-examples'
import type { roleChoices } from '@/lib/presentation/role'
import { useAddTrustRule } from '@/lib/queries/machines'
import { ExampleTabs } from './example-tabs'
import { trustRuleOf } from './form-values'
import { KeyFields } from './key-fields'
import { RuleFields } from './rule-fields'

type Props = { org: string; examples: readonly MachineExample[]; roles: ReturnType<typeof roleChoices> }

/** Trusts an issuer. An example fills the form in and shows how its machines exchange their tokens. */
export function TrustRuleForm({ org, examples, roles }: Props) {
  const router = useRouter()
  const [chosen, setChosen] = useState({ example: examples[0], round: 0 })
  const add = useAddTrustRule(org)
  const reason = (field: string) => add.error?.problems.find((problem) => problem.field.startsWith(field))?.reason
  const elsewhere = add.error && add.error.problems.length === 0 ? add.error : null
  const { example, round } = chosen
  if (!example) return null

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    add.mutate(trustRuleOf(new FormData(event.currentTarget)), {
      onSuccess: ({ name }) => {
        showToast({ title: `${name} is trusted`, tone: 'good' })
        setChosen({ example, round: round + 1 })
        router.refresh()
      },
    })
  }

  return (
    <>
      <ExampleTabs
        examples={examples}
        chosen={example.id}
        onChoose={(next) => {
          add.reset()
          setChosen({ example: next, round: round + 1 })
        }}
      />
      <form key={round} onSubmit={submit} noValidate aria-label="Trust an issuer" className="mt-4 grid gap-4">
        {elsewhere ? (
          <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} />
        ) : null}
        <RuleFields rule={example.rule} roles={roles} reason={reason} />
        <KeyFields rule={example.rule} reason={reason} />
        <div>
          <Button type="submit" variant="primary" busy={add.isPending}>
            {add.isPending ? 'Adding…' : 'Trust this issuer'}
          </Button>
        </div>
      </form>
    </>
  )
}
