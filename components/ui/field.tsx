import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'

/** What a control must carry to be tied to its label, hint and error. Spread it on the control. */
export type FieldWiring = {
  id: string
  required: boolean
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export type FieldText = {
  label: ReactNode
  /** Said before anyone types: format, where to find it. */
  hint?: ReactNode
  /** What is wrong and how to put it right; announced when it appears. */
  error?: ReactNode
  required?: boolean
  labelHidden?: boolean
  className?: string
}

type FieldProps = FieldText & { id?: string; children: (wiring: FieldWiring) => ReactNode }

/** A label, its control, a hint and an error, wired together: `<Field label="Name">{(w) => <Input {...w} />}</Field>`. */
export function Field({
  label,
  hint,
  error,
  required = false,
  labelHidden = false,
  className,
  id,
  children,
}: FieldProps) {
  const generated = useId()
  const controlId = id ?? generated
  const hintId = hint ? `${controlId}-hint` : null
  const errorId = error ? `${controlId}-error` : null
  const describedBy = [errorId, hintId].filter((part) => part !== null).join(' ')
  return (
    <div className={classNames('grid min-w-0 content-start gap-1', className)}>
      <label htmlFor={controlId} className={labelHidden ? 'sr-only' : 'font-medium text-sm'}>
        {label}
        {required ? <span className="font-normal text-ink-3"> (required)</span> : null}
      </label>
      {children({
        id: controlId,
        required,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error ? true : undefined,
      })}
      {hintId === null ? null : (
        <p id={hintId} className="text-ink-3 text-xs">
          {hint}
        </p>
      )}
      <p id={errorId ?? undefined} aria-live="polite" className={error ? 'text-bad text-xs' : 'sr-only'}>
        {error}
      </p>
    </div>
  )
}
