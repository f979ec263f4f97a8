/** The box around what is typed or chosen: edge, ground, ring, error and lock, the same for input, area and select. */
export const controlLook =
  'flex min-w-0 items-center gap-1.5 rounded-[7px] border border-control bg-surface text-text ' +
  'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ink has-[:focus-visible]:outline-offset-2 ' +
  'has-[:focus-visible]:border-ink has-[[aria-invalid=true]]:border-bad has-[[aria-invalid=true]]:inset-ring has-[[aria-invalid=true]]:inset-ring-bad ' +
  'has-[[readonly],:disabled]:border-dashed has-[[readonly],:disabled]:bg-sunken'

/** The control inside the box: no look of its own. */
export const bareControl = 'min-w-0 flex-1 appearance-none border-0 bg-transparent p-0 font-[inherit] text-[inherit] outline-none'
