import { TextField } from '@/components/ui/text-field'

/** What is drawn from each population. */
export const SampleFields = ({ reason }: { reason: (field: string) => string | undefined }) => (
  <>
    <TextField
      type="number"
      min={0}
      max={1000}
      label="Sampled rows"
      name="size"
      defaultValue={25}
      hint="From each population."
      error={reason('sampling.size')}
    />
    <TextField
      label="Seed of the samples"
      name="seed"
      defaultValue="proofline"
      hint="The same seed draws the same rows."
      error={reason('sampling.seed')}
    />
  </>
)
