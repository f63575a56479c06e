import { Drawer } from '@/components/ui/drawer'
import { Facts } from '@/components/ui/facts'
import type { PooledOutcome } from '@/lib/model/pooled-outcome'

/** Where the pooled figures come from. */
export const PooledHow = ({ pooled }: { pooled: PooledOutcome }) => (
  <Drawer label="How is this computed?" title="Pooled before and after">
    <div className="grid gap-3 text-ink-2 text-sm">
      <p>{pooled.method}</p>
      <p>
        The baseline of an organization is the six months before its first layer began; the reading is the single month{' '}
        {pooled.after} of live operation, the go-live month counting as month 1. Months without records stay missing. An
        organization without a baseline or without the reading is left out and lowers the count.
      </p>
      <p>
        A pass rate changes in percentage points; the line under it gives the relative change of the failure rate. A
        relative change and points are never mixed.
      </p>
      <Facts
        items={[
          { term: 'Formula', value: pooled.formula },
          { term: 'Organizations in view', value: pooled.organizations },
        ]}
      />
    </div>
  </Drawer>
)
