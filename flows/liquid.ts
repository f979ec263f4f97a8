import { type Context, type Emitter, ForTag, Liquid, type Template, type TopLevelToken } from 'liquidjs'
import { asDate } from './template-date'

/** The filters there are. Left out: everything that reads a clock, draws by chance, or runs expressions of its own. */
const allowedFilters = [
  ...[
    'abs',
    'append',
    'at_least',
    'at_most',
    'capitalize',
    'ceil',
    'compact',
    'concat',
    'default',
    'divided_by',
    'downcase',
    'escape',
    'escape_once',
  ],
  ...[
    'first',
    'floor',
    'join',
    'json',
    'last',
    'lstrip',
    'map',
    'minus',
    'modulo',
    'newline_to_br',
    'plus',
    'prepend',
    'remove',
    'remove_first',
  ],
  ...[
    'remove_last',
    'replace',
    'replace_first',
    'replace_last',
    'reverse',
    'round',
    'rstrip',
    'size',
    'slice',
    'sort',
    'sort_natural',
    'split',
  ],
  ...[
    'squish',
    'strip',
    'strip_html',
    'strip_newlines',
    'sum',
    'times',
    'to_integer',
    'truncate',
    'truncatewords',
    'uniq',
    'upcase',
    'url_decode',
  ],
  ...['url_encode', 'where', 'base64_encode', 'base64_decode'],
]
/** The tags there are. Left out: everything that reads files, or counts across templates. */
const allowedTags = ['assign', 'break', 'capture', 'case', 'comment', 'continue', 'echo', 'if', 'liquid', 'raw', 'unless', '#']

/** A `for` goes round 15 times at most, as Twilio Studio has it; all loops of one rendering together this often. */
const roundsOfOneLoop = 15
const roundsInAll = 1000

/**
 * The template language: Liquid as imported flows use it, without file access, clock or chance, with bounded loops, memory and length.
 * No limit of it is one of time, so that a rendering that worked once works again on a slower machine.
 */
export const liquid = new Liquid({
  strictFilters: true,
  strictVariables: false,
  ownPropertyOnly: true,
  memoryLimit: 1_000_000,
  parseLimit: 100_000,
  // With templates in memory, and none, nothing looks for a file.
  templates: {},
})
for (const name of Object.keys(liquid.filters)) if (!allowedFilters.includes(name)) delete liquid.filters[name]
for (const name of Object.keys(liquid.tags)) if (!allowedTags.includes(name)) delete liquid.tags[name]

class BoundedFor extends ForTag {
  constructor(...given: ConstructorParameters<typeof ForTag>) {
    super(...given)
    this.templates.unshift(new Round(given[0]))
  }
}

/** Stands first in every loop's body and counts. */
class Round implements Template {
  constructor(readonly token: TopLevelToken) {}

  render(context: Context, _emitter: Emitter): void {
    const counted: { rounds: number } = context.getRegister('rounds') ?? { rounds: 0 }
    counted.rounds += 1
    context.setRegister('rounds', counted)
    if (counted.rounds > roundsInAll) throw new Error(`its loops go round more than ${roundsInAll} times`)
    if (Number(context.getSync(['forloop', 'index'])) > roundsOfOneLoop) context.breakCalled = true
  }
}

liquid.registerTag('for', BoundedFor)
liquid.registerFilter('to_json', (value: unknown) => JSON.stringify(value ?? null))
liquid.registerFilter('date', function (this: { context: Context }, value: unknown, format: unknown, zone: unknown) {
  return asDate(value, {
    now: String(this.context.getSync(['now'])),
    format: typeof format === 'string' ? format : '%Y-%m-%d',
    zone: typeof zone === 'string' ? zone : 'utc',
  })
})
