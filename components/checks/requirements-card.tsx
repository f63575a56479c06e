import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { CheckView } from '@/lib/model/check-view'

/** Requirements of the standards that its capabilities touch, by id. */
export const RequirementsCard = ({ requirements }: Pick<CheckView, 'requirements'>) => (
  <Card title="Requirements it touches" note="Through its capabilities. Touching is not meeting.">
    <dl className="grid gap-2">
      {requirements.map(({ standard, ids }) => (
        <div key={standard} className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-baseline gap-2">
          <dt className="text-sm">{standard}</dt>
          <dd className="flex flex-wrap gap-1">
            {ids.map((id) => (
              <Tag key={id} className="whitespace-normal">
                {id}
              </Tag>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </Card>
)
