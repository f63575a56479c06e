import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { crosswalkCaveat, crosswalkOf } from '@/lib/framework/crosswalk'
import { MAPPING_NOTE, standards } from '@/lib/framework/standards'
import { edgeMeaning } from '@/lib/presentation/edge-label'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; deployment: string; capability: string }

/** The requirements of eight standards that a capability touches, by id, and how far each mapping can be relied upon. */
export function CrosswalkCard({ org, deployment, capability }: Props) {
  const edges = crosswalkOf(capability)
  const caveat = crosswalkCaveat(capability)
  return (
    <Card
      title="Requirements it touches"
      note={`${MAPPING_NOTE} Touching is not meeting: a stage here does not show that a requirement is met.`}
      aside={
        <span className="flex flex-wrap gap-x-3 gap-y-1">
          <span>
            <Tag>id</Tag> {edgeMeaning('corroborated')}
          </span>
          <span>
            <Tag tone="unknown">id</Tag> {edgeMeaning('judgement')}
          </span>
        </span>
      }
      footer={caveat ?? undefined}
    >
      <dl className="grid gap-x-6 gap-y-2 @3xl/main:grid-cols-2">
        {standards.map(({ id, name, shortName }) => {
          const own = edges.filter((edge) => edge.standard === id)
          if (own.length === 0) return null
          return (
            <div key={id} className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-baseline gap-2">
              <dt className="text-sm">
                <TextLink quiet title={name} href={paths.maturity(org, { deployment, standard: id })}>
                  {shortName}
                </TextLink>
              </dt>
              <dd>
                <ul className="flex flex-wrap gap-1">
                  {own.map((edge) => (
                    <li key={edge.id}>
                      <Tag
                        tone={edge.label === 'judgement' ? 'unknown' : 'neutral'}
                        title={edge.title ?? undefined}
                        className="whitespace-normal"
                      >
                        {edge.id}
                        <span className="sr-only">, {edgeMeaning(edge.label)}</span>
                      </Tag>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}
