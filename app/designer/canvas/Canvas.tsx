'use client'

import '@xyflow/react/dist/base.css'
import './canvas.css'
import {
  Background,
  BackgroundVariant,
  type Connection,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react'
import { useTranslations } from 'next-intl'
import { type DragEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useDesk } from '../desk'
import { Picker, type PickerProps } from '../find/Picker'
import { AddBar, draggedType } from './AddBar'
import { NodeCard } from './NodeCard'
import { UniversalCard } from './UniversalCard'
import { useAdding } from './useAdding'
import { type CanvasActs, useCanvasKeys } from './useCanvasKeys'
import { type CanvasNode, universalId, useCardNodes } from './useCardNodes'
import { useTargetChoices, useTypeChoices } from './useChoices'
import { useClipboard } from './useClipboard'
import { useFirstLook } from './useFirstLook'
import { useFollowFocus } from './useFollowFocus'
import { useTidy } from './useTidy'
import { useWires } from './useWires'
import { Wire, type WireEdge } from './Wire'
import { ZoomBar } from './ZoomBar'

const nodeTypes = { card: NodeCard, universal: UniversalCard }
const edgeTypes = { wire: Wire }

/** The flow as cards and wires. It is one stop of the Tab key; inside, arrows and letters do everything the pointer does. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Board />
    </ReactFlowProvider>
  )
}

type Asking = { what: 'type' } | { what: 'target'; port: string } | undefined

function Board() {
  const t = useTranslations('designer')
  const desk = useDesk()
  const { nodes, onNodesChange, order } = useCardNodes()
  const [chosenWire, chooseWire] = useState<string>()
  const edges = useWires(nodes, chosenWire)
  const frame = useRef<HTMLElement>(null)
  const [asking, ask] = useState<Asking>()
  const { screenToFlowPosition } = useReactFlow()
  const { addAt, addAfter, addInView } = useAdding(frame)
  const tidy = useTidy(frame)
  const duplicate = useClipboard(frame)
  const acts = useMemo<CanvasActs>(
    () => ({
      ...{ order, tidy, duplicate },
      addAfter: () => (desk.canEdit ? ask({ what: 'type' }) : undefined),
      wireFrom: (port) => ask({ what: 'target', port }),
      leave: () => frame.current?.querySelector<HTMLElement>('[data-leave]')?.focus(),
    }),
    [order, tidy, duplicate, desk.canEdit],
  )
  const keys = useCanvasKeys(acts)
  useFollowFocus(frame)
  const connect = useWiring()
  const show = useFirstLook(frame)
  const closing = {
    onClose: () => ask(undefined),
    onClosed: () => frame.current?.querySelector<HTMLElement>('[data-card][tabindex="0"], [data-card-port][tabindex="0"]')?.focus(),
  }
  const drop = (event: DragEvent) => {
    const type = event.dataTransfer.getData(draggedType)
    if (!type || !desk.canEdit) return
    event.preventDefault()
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    addAt(type, { x: x - 92, y: y - 22 })
  }
  return (
    <section
      ref={frame}
      aria-label={t('canvas.label', { name: desk.draft.drawing.name, count: order.length })}
      role="application"
      data-region="canvas"
      className="relative min-h-0 flex-1"
      onKeyDown={(event) => {
        if ((event.key === 'Delete' || event.key === 'Backspace') && chosenWire && desk.canEdit && !desk.focus?.port) {
          const [from = '', port = ''] = chosenWire.split(' ')
          chooseWire(undefined)
          event.preventDefault()
          desk.edit({ kind: 'unwire', from, port })
        } else keys(event)
      }}
    >
      <Zoomed>
        <ReactFlow<CanvasNode, WireEdge>
          {...{ nodes, edges, nodeTypes, edgeTypes, onNodesChange }}
          {...connect}
          onNodeClick={(event, { id }) => {
            chooseWire(undefined)
            if (id === universalId) desk.select([])
            else desk.focusOn({ node: id, port: portAt(event.target) })
            desk.inspect(true)
          }}
          onNodeDragStop={(_event, _node, moved) => desk.edit({ kind: 'moveNodes', positions: placesOf(moved) })}
          onEdgeClick={(_event, { id, source }) => {
            desk.focusOn({ node: source })
            chooseWire(id)
          }}
          onPaneClick={() => {
            chooseWire(undefined)
            desk.select([])
          }}
          onDragOver={(event) => event.dataTransfer.types.includes(draggedType) && event.preventDefault()}
          onDrop={drop}
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={['Meta', 'Control', 'Shift']}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          nodesConnectable={desk.canEdit}
          snapToGrid
          snapGrid={[16, 16]}
          connectionRadius={28}
          minZoom={0.1}
          maxZoom={2}
          onInit={show}
          proOptions={{ hideAttribution: true }}
        >
          <Background variant={BackgroundVariant.Dots} gap={16} size={1.4} color="var(--grid)" />
          <MiniMap<CanvasNode>
            pannable
            zoomable
            nodeColor={mapColour}
            nodeStrokeWidth={0}
            nodeBorderRadius={4}
            ariaLabel={t('canvas.map')}
            className="hidden! rounded-card border border-edge shadow-1 lg:block!"
            style={{ width: 112, height: 64 }}
          />
        </ReactFlow>
      </Zoomed>
      <div className="pointer-events-none absolute inset-x-3 bottom-3 flex flex-wrap-reverse items-end gap-2 lg:pe-32 [&>*]:pointer-events-auto">
        {desk.canEdit ? <AddBar onAdd={addInView} /> : null}
        <ZoomBar onTidy={desk.canEdit ? tidy : undefined} />
      </div>
      {asking?.what === 'type' ? <TypePicker onPick={addAfter} {...closing} /> : null}
      {asking?.what === 'target' ? <TargetPicker port={asking.port} {...closing} /> : null}
    </section>
  )
}

/** Tells the style sheet how near the reader is. */
function Zoomed({ children }: { children: ReactNode }) {
  const zoom = useStore((state) => Math.round(state.transform[2] * 50) / 50)
  const near = zoom >= 0.7 ? 'all' : zoom >= 0.35 ? 'titles' : 'shapes'
  return (
    <div className="canvas absolute inset-0" data-zoom={near} style={{ '--zoom': zoom }}>
      {children}
    </div>
  )
}

type Closing = Pick<PickerProps, 'onClose' | 'onClosed'>

function TypePicker(props: Closing & { onPick: (type: string) => void }) {
  const t = useTranslations('designer')
  return <Picker title={t('add.after')} choices={useTypeChoices()} {...props} />
}

function TargetPicker({ port, ...closing }: Closing & { port: string }) {
  const t = useTranslations('designer')
  const { focus, edit } = useDesk()
  const from = focus?.node
  const pick = (to: string) => {
    if (from !== undefined) edit({ kind: 'wire', from, port, to })
  }
  return <Picker title={t('wire.pick')} choices={useTargetChoices()} onPick={pick} {...closing} />
}

/** Drawing a wire with the pointer: dropped on a card it leads there, wherever it hits; dropped on nothing, nothing happens. */
function useWiring() {
  const { edit } = useDesk()
  const wire = useCallback((from: string, port: string, to: string) => edit({ kind: 'wire', from, port, to }), [edit])
  return useMemo(
    () => ({
      onConnect: ({ source, sourceHandle, target }: Connection) => {
        if (sourceHandle) wire(source, sourceHandle, target)
      },
      onReconnect: (old: WireEdge, { target }: Connection) => {
        if (old.sourceHandle) wire(old.source, old.sourceHandle, target)
      },
      onConnectEnd: (
        event: MouseEvent | TouchEvent,
        state: { isValid: boolean | null; fromNode: { id: string } | null; fromHandle: { id?: string | null } | null },
      ) => {
        if (state.isValid || !state.fromNode || !state.fromHandle?.id) return
        const point = 'changedTouches' in event ? event.changedTouches[0] : event
        const card = point && document.elementFromPoint(point.clientX, point.clientY)?.closest<HTMLElement>('[data-card]')
        if (card?.dataset.card) wire(state.fromNode.id, state.fromHandle.id, card.dataset.card)
      },
    }),
    [wire],
  )
}

const portAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-card-port]')?.dataset.cardPort?.split('/')[1] : undefined

const placesOf = (moved: readonly CanvasNode[]): Record<string, { x: number; y: number }> =>
  Object.fromEntries(moved.flatMap(({ id, position, type }) => (type === 'card' ? [[id, position]] : [])))

function mapColour(node: CanvasNode): string {
  if (node.type !== 'card') return 'transparent'
  if (node.data.here || node.selected) return 'var(--ink)'
  return node.data.must > 0 ? 'var(--bad)' : 'var(--wire)'
}
