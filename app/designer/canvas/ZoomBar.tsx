'use client'

import { useReactFlow, useStore } from '@xyflow/react'
import { Maximize, Minus, Plus, Rows3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/ui/Button'
import { IconButton } from '@/app/ui/IconButton'

/** Nearer, further, all of it; and putting the cards in order, which nothing does by itself. */
export function ZoomBar({ onTidy }: { onTidy: (() => void) | undefined }) {
  const t = useTranslations('designer.canvas')
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const zoom = useStore((state) => Math.round(state.transform[2] * 100))
  return (
    <div
      role="toolbar"
      aria-label={t('zoom')}
      className="flex min-h-10 items-center gap-0.5 rounded-card border border-edge bg-raised px-1 text-hint text-text-2 shadow-2"
    >
      <IconButton size="compact" label={t('zoomOut')} icon={<Minus />} onClick={() => void zoomOut()} />
      <span className="min-w-10 text-center tabular-nums">{t('percent', { zoom })}</span>
      <IconButton size="compact" label={t('zoomIn')} icon={<Plus />} onClick={() => void zoomIn()} />
      <IconButton size="compact" label={t('fit')} icon={<Maximize />} onClick={() => void fitView({ maxZoom: 1, padding: 0.08 })} />
      {onTidy ? (
        <Button size="compact" variant="quiet" icon={<Rows3 />} keys="Shift T" onClick={onTidy}>
          {t('tidy')}
        </Button>
      ) : null}
    </div>
  )
}
