import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

export type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & {
  children: ReactNode
  hint?: ReactNode
}

/** Something that works at once when it is turned on; what waits for "Save" is a Checkbox. */
export function Switch({ children, hint, className, ...rest }: SwitchProps) {
  return (
    <label className={clsx('flex min-h-6 items-start gap-2.5 py-0.5', className)}>
      <span className="relative mt-0.5 inline-block h-4 w-7 shrink-0">
        <input
          {...rest}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says its own checked state (ARIA in HTML).
          role="switch"
          className="peer h-4 w-7 appearance-none rounded-full border-[1.25px] border-control bg-surface checked:border-ink checked:bg-ink disabled:border-dashed forced-colors:appearance-auto"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-0.75 left-0.75 size-2.5 rounded-full bg-control transition-transform duration-(--motion-press) peer-checked:translate-x-3 peer-checked:bg-on-ink forced-colors:hidden"
        />
      </span>
      <span className="min-w-0">
        <span className="font-medium">{children}</span>
        {hint ? <span className="block text-hint text-text-3">{hint}</span> : null}
      </span>
    </label>
  )
}
