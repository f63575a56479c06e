'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import { LinkButton } from '@/components/ui/link-button'
import { Refusal } from '@/components/ui/refusal'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast-store'
import { slugOf } from '@/lib/presentation/slug-of'
import { useCreateOrganization } from '@/lib/queries/organizations'
import { paths } from '@/lib/queries/paths'
import { organizationOf } from './form-values'

type Choice = { value: string; label: string }
type Props = { sectors: readonly Choice[]; clouds: readonly Choice[] }

/** Makes an organization and leads to its overview. Whoever makes it becomes its administrator. */
export function OrganizationForm({ sectors, clouds }: Props) {
  const router = useRouter()
  const [slug, setSlug] = useState('')
  const create = useCreateOrganization()
  const reason = (field: string) => create.error?.problems.find((p) => p.field === field)?.reason
  const elsewhere = create.error && create.error.problems.length === 0 ? create.error : null

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    create.mutate(organizationOf(new FormData(event.currentTarget)), {
      onSuccess: (organization) => {
        showToast({ title: `${organization.name} created`, tone: 'good' })
        router.push(paths.overview(organization.slug))
      },
    })
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-2xl gap-5">
      {elsewhere ? <Refusal title={elsewhere.title} detail={elsewhere.detail} requestId={elsewhere.requestId} /> : null}
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label="Name"
          name="name"
          required
          autoComplete="organization"
          error={reason('name')}
          onChange={(e) => setSlug(slugOf(e.target.value))}
        />
        <TextField
          label="Name in addresses"
          name="slug"
          required
          value={slug}
          onChange={(e) => setSlug(e.target.value)}
          hint="Lower-case letters, digits and hyphens. It cannot be changed later."
          error={reason('slug')}
        />
        <SelectField label="Sector" name="sector" required defaultValue="other" error={reason('sector')}>
          {sectors.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          label="People"
          name="headcount"
          inputMode="numeric"
          hint="Employed, about. Leave empty when not known."
          error={reason('headcount')}
        />
      </div>
      <Fieldset legend="Where it runs">
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {clouds.map(({ value, label }) => (
            <Checkbox key={value} name="clouds" value={value} label={label} />
          ))}
        </div>
      </Fieldset>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={create.isPending || create.isSuccess}>
          Create the organization
        </Button>
        <LinkButton href={paths.portfolio()}>Cancel</LinkButton>
      </div>
    </form>
  )
}
