import { Card } from '@/components/ui/card'
import { Snippet } from '@/components/ui/snippet'

type Step = { title: string; shows: string; commands: readonly string[]; optional?: true }

/** How to verify a pack with tools that are not ours. */
export const RecipeSteps = ({ steps, limits }: { steps: readonly Step[]; limits: string }) => (
  <Card
    title="With tools of others"
    note="unzip, sha256sum and openssl 3, in one shell with set -e, in a folder that holds PACK.zip and proofline-keys.json. The first command that fails refuses the pack."
  >
    <ol className="grid gap-5 text-sm">
      {steps.map(({ title, shows, commands, optional }, at) => (
        <li key={title} className="grid min-w-0 gap-2">
          <h3 className="font-semibold">
            {at + 1}. {title}
            {optional ? ' (optional)' : ''}
          </h3>
          <p className="text-ink-2">{shows.replaceAll('`', '')}</p>
          <Snippet label={`Step ${at + 1}`} text={commands.join('\n')} />
        </li>
      ))}
    </ol>
    <p className="mt-4 text-ink-2 text-sm">{limits.replaceAll('`', '')}</p>
  </Card>
)
