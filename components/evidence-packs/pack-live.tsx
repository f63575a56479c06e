'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { Tag } from '@/components/ui/tag'
import type { EvidencePack } from '@/lib/model/evidence-pack'
import { isPackGoing, packProgress, packState } from '@/lib/presentation/evidence-pack'
import { useLivePack } from '@/lib/queries/evidence-packs'

const isGoing = ({ state }: EvidencePack): boolean => isPackGoing(state)

/** How far a build is, as it goes on; when it ends the page is made anew with everything it came to. */
export function PackLive({ org, pack: initial }: { org: string; pack: EvidencePack }) {
  const router = useRouter()
  const pack = useLivePack(org, initial, isGoing)
  useEffect(() => {
    if (pack.state !== initial.state) router.refresh()
  }, [pack.state, initial.state, router])
  const { text, tone } = packState(pack)
  const progress = packProgress(pack.progress)
  return (
    <Card title="Progress" aside={<Tag tone={tone}>{text}</Tag>}>
      <div aria-live="polite">
        <Progress label={progress.text} value={progress.value} max={progress.max} />
      </div>
    </Card>
  )
}
