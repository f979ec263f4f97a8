'use client'

import './monaco-workers'
import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/register.all'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
import { useEffect, useRef } from 'react'
import { chartSchema } from './chart-schema'

export interface EditorProps {
  label: string
  text: string
  readOnly: boolean
  /** Line to show; `at` tells one request from the next. */
  reveal: { line: number; column: number; at: number } | undefined
  onChange(text: string): void
  onLeave(): void
}

const address = 'inmemory://callwright/flow.chart.json'

/** The text editor with the chart's schema. It and its workers come from this server alone. */
export default function Editor({ label, text, readOnly, reveal, onChange, onLeave }: EditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined)
  const acts = useRef({ onChange, onLeave, writing: false })
  acts.current = { ...acts.current, onChange, onLeave }
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; later texts are written into it
  useEffect(() => {
    if (!place.current) return
    jsonDefaults.setDiagnosticsOptions({
      validate: true,
      allowComments: false,
      enableSchemaRequest: false,
      schemas: [{ uri: 'inmemory://callwright/chart.schema.json', fileMatch: ['*.chart.json'], schema: chartSchema() }],
    })
    const model = monaco.editor.createModel(text, 'json', monaco.Uri.parse(address))
    const made = monaco.editor.create(place.current, {
      ...{ model, readOnly, ariaLabel: label, automaticLayout: true, minimap: { enabled: false }, scrollBeyondLastLine: false },
      ...{ fontFamily: 'var(--font-mono)', fontSize: 12.5, lineHeight: 19, tabSize: 2, theme: themeName(), fixedOverflowWidgets: true },
    })
    editor.current = made
    const listening = [
      model.onDidChangeContent(() => (acts.current.writing ? undefined : acts.current.onChange(model.getValue()))),
      made.onDidBlurEditorWidget(() => acts.current.onLeave()),
    ]
    const repaint = () => monaco.editor.setTheme(themeName())
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const theme = new MutationObserver(repaint)
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    dark.addEventListener('change', repaint)
    return () => {
      dark.removeEventListener('change', repaint)
      theme.disconnect()
      for (const each of listening) each.dispose()
      made.dispose()
      model.dispose()
    }
  }, [])
  useEffect(() => {
    const model = editor.current?.getModel()
    if (!model || model.getValue() === text) return
    acts.current.writing = true
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
    acts.current.writing = false
  }, [text])
  useEffect(() => editor.current?.updateOptions({ readOnly }), [readOnly])
  useEffect(() => {
    if (!reveal) return
    editor.current?.setPosition({ lineNumber: reveal.line, column: reveal.column })
    editor.current?.revealLineInCenter(reveal.line)
    editor.current?.focus()
  }, [reveal])
  return <div ref={place} className="min-h-0 flex-1" data-editor="" />
}

function themeName(): string {
  const theme = document.documentElement.dataset.theme
  const dark = theme === 'dark' || (theme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  return dark ? 'vs-dark' : 'vs'
}
