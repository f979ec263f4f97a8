import { readFileSync } from 'node:fs'
import { iconNames } from 'lucide-react/dynamic'
import { expect } from 'vitest'
import { z } from 'zod'
import type { NamedAct, StateJson } from '../chart'
import { compile } from '../compile'
import { outgoing } from '../decompile'
import type { JsonObject } from '../json'
import type { AnyNodeType, NodeWords } from '../node'
import { nodeFlow } from './nodeFlow'
import { choicesOf, fieldsOf } from './settingsPaths'

/** The state a type compiles to, standing in the smallest flow around it. */
export function compiledState(type: AnyNodeType, settings: JsonObject = type.example.settings): StateJson {
  const state = compile(nodeFlow({ type: type.type, settings }).flow).states.flow.states?.[type.type]
  if (!state) throw new Error(`${type.type} compiles to nothing.`)
  return state
}

/** Everything the state names: its acts and storing acts, and its guards. */
export function namesIn(state: StateJson): { acts: string[]; guards: string[] } {
  const inner = Object.values(state.states ?? {}).map(namesIn)
  const wires = outgoing(state)
  const acts: NamedAct[] = [...(state.entry ?? []), ...(state.exit ?? []), ...wires.flatMap(({ actions }) => actions ?? [])]
  return {
    acts: [...new Set([...acts.map(({ type }) => type), ...inner.flatMap(({ acts }) => acts)])],
    guards: [...new Set([...wires.flatMap(({ guard }) => guard?.type ?? []), ...inner.flatMap(({ guards }) => guards)])],
  }
}

/** Every event the state, or a state inside it, listens for. */
export function listensTo(state: StateJson): string[] {
  return [...Object.keys(state.on ?? {}), ...Object.values(state.states ?? {}).flatMap(listensTo)]
}

export const matches = (listened: string, event: string): boolean =>
  listened === event || listened === '*' || (listened.endsWith('.*') && event.startsWith(listened.slice(0, -1)))

/** What must hold for any settings: the ports are the wires, names exist, and the state is plain JSON. */
export function expectSound(type: AnyNodeType, settings: JsonObject = type.example.settings): void {
  const parsed = type.settings.parse(settings) as JsonObject
  const state = compiledState(type, settings)
  const wired = new Set(outgoing(state).flatMap(({ meta }) => meta?.port ?? []))
  expect([...wired].sort()).toEqual(
    type
      .ports(parsed)
      .map(({ id }) => id)
      .sort(),
  )
  const { acts, guards } = namesIn(state)
  for (const act of acts) expect([act, act in type.acts || act in (type.keeps ?? {})]).toEqual([act, true])
  for (const guard of guards) expect([guard, guard in (type.guards ?? {})]).toEqual([guard, true])
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  const listened = listensTo(state)
  for (const { event } of type.rehearse(parsed))
    expect([event.type, listened.some((name) => matches(name, event.type))]).toEqual([event.type, true])
}

/** What must be there once for each type: names, icon, example, words and help in both languages. */
export function expectComplete(type: AnyNodeType, folder: string): void {
  expect(iconNames).toContain(type.icon)
  expect(type.settings.parse(type.example.settings)).toEqual(type.example.settings)
  const example = type.example.settings as JsonObject
  expect(Object.keys(type.example.words).sort()).toEqual([...new Set(type.prompts(example).map(({ key }) => key))].sort())
  for (const key of Object.keys(type.example.words)) expect(key.startsWith(`${type.type}.`)).toBe(true)
  for (const name of [...Object.keys(type.acts), ...Object.keys(type.guards ?? {}), ...Object.keys(type.keeps ?? {})])
    expect(name.startsWith(`${type.type}.`)).toBe(true)
  expectWords(type, type.words.en)
  expectWords(type, type.words['zh-CN'])
  expect(type.words.en.title).not.toBe(type.words['zh-CN'].title)
  expect(type.words.en.summary).not.toBe(type.words['zh-CN'].summary)
  const [english, chinese] = ['help.md', 'help.zh-CN.md'].map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  expect(english).toMatch(/^# \S/)
  expect(chinese).toMatch(/^# .*\p{Script=Han}/u)
}

function expectWords(type: AnyNodeType, words: NodeWords): void {
  const schema = z.toJSONSchema(type.settings, { io: 'input' })
  for (const { path, input } of fieldsOf(schema))
    if (input !== 'hidden') expect([path, words.fields[path]?.label ?? 'no words']).not.toEqual([path, 'no words'])
  for (const choice of choicesOf(schema)) expect([choice, words.choices?.[choice] ?? 'no words']).not.toEqual([choice, 'no words'])
  for (const { id, label, name } of type.ports(type.example.settings))
    if (!label) expect([id, words.ports[name ?? id] ?? 'no words']).not.toEqual([id, 'no words'])
}
