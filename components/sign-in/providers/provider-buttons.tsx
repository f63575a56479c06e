'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { SignInProvider } from '@/lib/model/identity-provider'
import { ApiProblem } from '@/lib/queries/api'
import { goToProvider } from '@/lib/queries/single-sign-on'

type Props = { providers: readonly SignInProvider[]; next: string }

/** One button for each identity provider; nothing while there are none. */
export function ProviderButtons({ providers, next }: Props) {
  const [leaving, setLeaving] = useState<string | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const leave = async (id: string) => {
    setLeaving(id)
    setProblem(null)
    try {
      await goToProvider(id, { returnTo: next })
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error : new ApiProblem(0, { title: 'The sign-in could not begin' }))
      setLeaving(null)
    }
  }
  if (providers.length === 0) return null
  return (
    <div className="grid gap-2">
      {providers.map(({ id, name }) => (
        <Button key={id} busy={leaving === id} onClick={() => void leave(id)} className="h-11 w-full text-md">
          Continue with {name}
        </Button>
      ))}
      <div role="alert">
        {problem ? (
          <Callout tone="bad" title={problem.title}>
            {problem.detail}
          </Callout>
        ) : null}
      </div>
    </div>
  )
}
