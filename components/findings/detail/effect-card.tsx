import { Card } from '@/components/ui/card'
import type { FindingEffect } from '@/lib/model/finding-change'
import { countText } from '@/lib/presentation/number'
import { FixEffectList } from '../fix-effect-list'

type Props = { effect: FindingEffect; accepted: boolean }

/** What would change if it were fixed. An accepted risk changes nothing: this is what it costs. */
export function EffectCard({ effect: { one, check }, accepted }: Props) {
  const cost = accepted ? 'Its risk is accepted, and it counts as failing all the same.' : undefined
  return (
    <Card title="If fixed" note={cost}>
      <FixEffectList effect={one} nothing="Fixing this one alone changes no stage and no score." />
      {check.findings > 1 ? (
        <>
          <h3 className="mt-4 font-semibold text-sm">If all {countText(check.findings)} of its check are fixed</h3>
          <FixEffectList
            effect={check}
            nothing="No stage and no score changes: other checks keep them where they are."
          />
        </>
      ) : null}
    </Card>
  )
}
