import { Drawer } from '@/components/ui/drawer'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/text-link'
import { dayText } from '@/lib/presentation/date'
import type { MaturityExplanation } from '@/lib/presentation/maturity-explanation'
import { LayerSums } from './layer-sums'

type Props = { explanation: MaturityExplanation; assessmentHref: string }

/** What stands behind stages and scores: rules, sums, exclusions, versions, and the way to the answers. */
export const MaturityHow = ({ explanation, assessmentHref }: Props) => (
  <Drawer
    label="How is this computed?"
    title="Stages and scores"
    description={`As of ${dayText(explanation.asOf)}. Weights 1 to 3 are expert judgement of the framework.`}
  >
    <div className="grid gap-4 text-ink-2 text-sm">
      <dl className="grid gap-2">
        {explanation.rules.map(({ term, text }) => (
          <div key={term}>
            <dt className="font-semibold text-ink">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {explanation.layers.map((layer) => (
        <LayerSums key={layer.layer} layer={layer} />
      ))}
      <Facts
        className="border-line border-t pt-1"
        items={[
          { term: 'Formula', value: explanation.formula },
          { term: 'Framework version', value: explanation.framework },
        ]}
      />
      <p>
        The facts behind it: <TextLink href={assessmentHref}>every answer with its rationale and evidence</TextLink>.
      </p>
    </div>
  </Drawer>
)
