import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Custom properties carry a component's own measures into its classes. */
    [name: `--${string}`]: string | number | undefined
  }
}
