import { Drawer } from '@/components/ui/drawer'
import { Facts } from '@/components/ui/facts'
import type { MaturityExplanation } from '@/lib/presentation/maturity-explanation'

type Props = { rules: MaturityExplanation['rules']; formula: string }

/** What the stages and scores of the table mean; each cell leads to the sums and answers behind it. */
export const StandingHow = ({ rules, formula }: Props) => (
  <Drawer label="How is this computed?" title="Stages and scores">
    <div className="grid gap-3 text-ink-2 text-sm">
      <p>
        Each row shows the latest approved assessment of an organization, on the date beside its score; of several
        deployments the one with the lowest score. A stage leads to the sums, the answers and their evidence.
      </p>
      <dl className="grid gap-2">
        {rules.map(({ term, text }) => (
          <div key={term}>
            <dt className="font-semibold text-ink">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Facts items={[{ term: 'Formula', value: formula }]} />
    </div>
  </Drawer>
)
