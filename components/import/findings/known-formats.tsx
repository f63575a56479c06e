import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/text-link'
import { SCANNER_FILES } from '@/lib/presentation/finding-import'
import { paths } from '@/lib/queries/paths'

/** Which files can be read, and what is made of them. */
export const KnownFormats = ({ org }: { org: string }) => (
  <Card title="What can be read">
    <Facts items={SCANNER_FILES.map(({ format, from }) => ({ term: format, value: from }))} />
    <ul className="mt-3 grid gap-2 text-ink-2 text-sm">
      <li>Only failures are findings. What passed or was closed resolves the finding it is about.</li>
      <li>What a file does not mention stays as it is: a smaller scan resolves nothing.</li>
      <li>
        Findings of other scanners can be worked on like our own, but move no stage.{' '}
        <TextLink href={paths.ruleMappings(org)}>How their rules are mapped</TextLink>
      </li>
    </ul>
  </Card>
)
