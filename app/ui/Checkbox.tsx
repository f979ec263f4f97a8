import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  children: ReactNode
  hint?: ReactNode
}

/** One thing that may be so or not. The whole line is the target. */
export function Checkbox({ children, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={clsx('flex min-h-6 items-start gap-2 py-0.5', className)}>
      <span className="relative mt-0.5 grid size-4 shrink-0 place-items-center">
        <input
          {...rest}
          type="checkbox"
          className="peer size-4 appearance-none rounded-key border-[1.25px] border-control bg-surface checked:border-ink checked:bg-ink disabled:border-dashed forced-colors:appearance-auto"
        />
        <Check
          className="pointer-events-none absolute size-3 stroke-3 text-on-ink opacity-0 peer-checked:opacity-100 forced-colors:hidden"
          aria-hidden="true"
        />
      </span>
      <span className="min-w-0">
        {children}
        {hint ? <span className="block text-hint text-text-3">{hint}</span> : null}
      </span>
    </label>
  )
}
