import type { AcceptedRisk, Counted } from '@/lib/model/report-facts'
import { dayText } from '@/lib/presentation/date'
import { findingSeverityLabel, findingSeverityTone } from '@/lib/presentation/finding'
import { layerShortName } from '@/lib/presentation/layer'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'
import type { Block } from '../report'

/** Risks somebody accepted for a while: what, who answers for it, why, and until when. */
export const exceptionBlocks = ({ items, total }: Counted<AcceptedRisk>): Block[] => [
  {
    kind: 'table',
    caption: 'Accepted risks',
    columns: [
      { label: 'Finding', width: 3 },
      { label: 'Severity', width: 0.9 },
      { label: 'Layer', width: 0.8 },
      { label: 'Owner and reason', width: 3 },
      { label: 'Ends after', width: 1 },
    ],
    rows: items.map(({ title, resource, severity, layer, owner, reason, until }) => [
      { text: title, sub: resource },
      { text: findingSeverityLabel(severity), tone: findingSeverityTone(severity) },
      layer === null ? NOT_KNOWN : layerShortName(layer),
      { text: owner, sub: reason },
      dayText(until),
    ]),
    empty: 'No risk is accepted today.',
  },
  ...(total > items.length
    ? [
        {
          kind: 'paragraph' as const,
          quiet: true,
          text: `The ${countText(items.length)} that end first of ${countText(total)}; the findings page lists all.`,
        },
      ]
    : []),
]
