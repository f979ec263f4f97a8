import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { type Family, outlines } from './family-outlines'

export type FamilyGlyphProps = {
  family: Family
  /** The picture of the node type, an icon of Lucide. */
  children: ReactNode
  /** Edge of the box in px; the picture takes about half. 24 on cards. */
  size?: number | undefined
  /** Grey, as on a card that is off the path: outline and picture remain. */
  plain?: boolean | undefined
}

/** The outline of a node's family with the picture of its type. Decorative: the words beside it say the same. */
export function FamilyGlyph({ family, children, size = 24, plain = false }: FamilyGlyphProps) {
  const { drawing, ink, ground, shift } = outlines[family]
  return (
    <span className={clsx('glyph', plain ? 'text-text-2' : ink)} style={{ width: size, height: size }} aria-hidden="true">
      <svg width={size} height={size} viewBox="0 0 24 24" className={plain ? 'fill-transparent' : ground} aria-hidden="true">
        {drawing}
      </svg>
      <span className={clsx('[&_svg]:size-[var(--picture)]', shift)} style={{ '--picture': `${Math.round(size * 0.54)}px` }}>
        {children}
      </span>
    </span>
  )
}
