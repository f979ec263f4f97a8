import type { Spoken } from '#flows/content'
import { type Context, frameOf } from '#flows/context'
import type { FlowEvent } from '#flows/events'
import { Locale } from '#flows/ids'
import type { Json, JsonObject } from '#flows/json'
import type { Turn } from '#flows/node'
import { render, scopeOf } from '#flows/template'
import type { LoadedNode } from './load'

/** The facts of a step as one node's functions see them: its settings, its frame, its words in the session's language. */
export function turnOf({
  context,
  event,
  node,
  nodes,
}: {
  context: Context
  event: FlowEvent
  node: string
  nodes: ReadonlyMap<string, LoadedNode>
}): Turn<JsonObject> {
  const loaded = nodes.get(node)
  if (!loaded) throw new Error(`The chart has no node "${node}".`)
  const { frame: name } = frameOf(node)
  const frame = context.frames[name] ?? { vars: {}, results: {} }
  const session = context.session ?? noSession
  const scope = scopeOf(context, { frame: name, at: event.at })
  const text = (template: string): string => render(template, scope)
  const spoken = (said: string): Spoken => ({ key: '', locale: session.locale, text: said })
  return {
    node,
    settings: loaded.settings,
    session,
    frame,
    event,
    inner: context.frames[node],
    outcome: context.outcome,
    text,
    spoken,
    prompt(key, wanted = session.locale) {
      const byLocale = loaded.content[key] ?? {}
      const locale = byLocale[wanted] ? wanted : (loaded.locales.find((candidate) => byLocale[candidate]) ?? wanted)
      const { text: said = '', voice, audio, audioUrl, language } = byLocale[locale] ?? {}
      const spokenIn = Locale.safeParse(text(language ?? '').trim()).data ?? locale
      const [voiceName, audioAddress] = [text(voice ?? '').trim(), text(audioUrl ?? '').trim()]
      return {
        key,
        locale: spokenIn,
        text: text(said),
        ...(voiceName && { voice: voiceName }),
        ...(audio && { audio }),
        ...(audioAddress && { audioUrl: audioAddress }),
      }
    },
    value: (path) =>
      path.split('.').reduce<Json | undefined>((at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined), scope),
  }
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Guards may be asked before the first event arrived; they then see a session of nobody. */
const noSession: Turn<JsonObject>['session'] = {
  id: '',
  channel: 'voice',
  locale: 'en-US',
  from: '',
  to: '',
  startedAt: '',
  by: 'call',
  trigger: {},
}
