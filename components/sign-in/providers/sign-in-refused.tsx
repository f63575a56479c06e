import { Callout } from '@/components/ui/callout'
import { TextLink } from '@/components/ui/text-link'
import { signInRefusal } from '@/lib/presentation/sign-in-refusal'

type Props = {
  /** What the address says of the sign-in that was refused; null when none was. */
  code: string | null
  /** Where whoever is signed in already goes on; null when nobody is. */
  onward: string | null
}

/** Why a single sign-on let nobody in. It tells no more than whoever tried it knows already. */
export function SignInRefused({ code, onward }: Props) {
  if (code === null) return null
  const { title, detail } = signInRefusal(code)
  return (
    <Callout tone="bad" title={title}>
      {detail} {onward ? <TextLink href={onward}>Go on as you were</TextLink> : null}
    </Callout>
  )
}
