import { Card } from '@/components/ui/card'
import type { FixEffect } from '@/lib/model/finding-change'
import { countText } from '@/lib/presentation/number'
import { FixEffectList } from './fix-effect-list'

/** What the accepted risks cost together: they count as failing until they are fixed. */
export const AcceptedCard = ({ effect }: { effect: FixEffect }) => (
  <Card
    title={
      effect.findings === 1
        ? 'If the accepted one were fixed'
        : `If all ${countText(effect.findings)} accepted were fixed`
    }
    note="An accepted risk counts as failing all the same."
    className="mb-4"
  >
    <FixEffectList effect={effect} nothing="No stage and no score would change." />
  </Card>
)
