import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGiven, render, scopeOf, TemplateFault, templatePaths, templateProblem } from './template'

const scope = scopeOf(
  {
    session: {
      id: 's1',
      channel: 'voice',
      locale: 'en-US',
      from: '+12025550101',
      to: '+12025550199',
      startedAt: '2026-03-02T15:00:00Z',
      by: 'call',
      trigger: { call: { CallSid: 'CA1' } },
    },
    frames: {
      '': {
        vars: { name: 'Ada', count: '3', blank: '', list: [1, 2, 3] },
        results: { 'say-hi': { Body: 'Yes.' }, look: { parsed: { 'x-key': 'v', items: ['a', 'b'] } } },
      },
    },
    outcome: null,
  },
  { frame: '', at: '2026-03-08T02:30:05Z' },
)

describe('a template', () => {
  it.each([
    ['no template { at all }', 'no template { at all }'],
    ['{{ name }}{{name}}{{ vars.name }}{{ flow.variables.name }}', 'AdaAdaAdaAda'],
    ['[{{ nobody }}{{ vars.a.b.c }}]', '[]'],
    ['{{ caller }} {{ line }} {{ contact.channel.address }} {{ trigger.call.CallSid }}', '+12025550101 +12025550199 +12025550101 CA1'],
    ['{{ flow.variables. count }}{{ flow.  variables.count }}', '33'],
    ['{{ widgets.say-hi.Body }} {{ results["say-hi"].Body }} {{ widgets["look"].parsed["x-key"] }}', 'Yes. Yes. v'],
    ['{{ widgets.say-hi.Body|downcase|remove:"." }}', 'yes'],
    ['{{ nobody | default: "Dr. Smith" }} {{ nobody | default: \'a. b\' }}', 'Dr. Smith a. b'],
    ['{{ count | plus: 1 }} {{ count | minus: 1 }} {{ "4\n" | strip | plus: 0 }}', '4 2 4'],
    ['{{ name | upcase | append: "!" | replace: "D", "d" | remove_first: "A" }}', 'dA!'],
    ['{{ vars.list | to_json }} {{ nobody | to_json }} {{ look | to_json }} {{ name | to_json }}', '[1,2,3] null null "Ada"'],
    ['{% assign n = count | plus: 1 %}{% if n > 3 %}many{% elsif n == 3 %}three{% else %}few{% endif %}', 'many'],
    ['{% case name %}{% when "Bob" %}b{% when "Ada" %}a{% endcase %}', 'a'],
    ['{% for item in results.look.parsed.items %}{{ item }}{{ forloop.index }}{% endfor %}', 'a1b2'],
    ['{{ vars.constructor }}{{ vars.__proto__ }}{{ constructor }}{{ name.constructor.name }}', ''],
  ])('%j reads as %j', (template, text) => {
    expect(templateProblem(template)).toBeUndefined()
    expect(render(template, scope)).toBe(text)
  })

  it.each([
    '{{ name',
    '{% if name %}',
    '{% for %}',
    '{{ name | sample }}',
    '{{ "now" | date_to_string }}',
    '{{ name | no_such }}',
    "{% include 'x' %}",
    "{% render '/etc/passwd' %}",
    "{% layout 'x' %}",
    '{% tablerow a in b %}{% endtablerow %}',
  ])('%j is refused before anyone hears it', (template) => {
    expect(templateProblem(template)).toBeTruthy()
    expect(() => render(template, scope)).toThrow(TemplateFault)
  })

  it('never throws anything but a template fault, and gives well-formed text', () => {
    const pieces = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      ' name ',
      ' if ',
      ' for i in (1..3) ',
      ' endfor ',
      ' endif ',
      '|',
      ' slice: 0, 1 ',
      '"😀"',
      ' upcase ',
      '.',
      '"',
      "'",
      'a',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 15 }), (parts) => {
        const template = parts.join('')
        try {
          expect(render(template, scope).isWellFormed()).toBe(true)
        } catch (fault) {
          expect(fault).toBeInstanceOf(TemplateFault)
        }
      }),
      { numRuns: 500 },
    )
    expect(render('{{ "😀" | slice: 0, 1 }}', scope).isWellFormed()).toBe(true)
  })
})

describe('the bounds of a template', () => {
  it('are 15 rounds for each loop', () => {
    expect(render('{% for i in (1..100) %}x{% endfor %}', scope)).toBe('x'.repeat(15))
    expect(render('{% for i in (1..100) %}{% for j in (1..100) %}x{% endfor %}{% endfor %}', scope)).toBe('x'.repeat(225))
  })
  it('are a thousand rounds in all', () => {
    const deep = '{% for a in (1..15) %}'.repeat(6) + '{% endfor %}'.repeat(6)
    expect(() => render(deep, scope)).toThrow('more than 1000 times')
  })
  it('are memory and length', () => {
    expect(() => render('{% for i in (1..999999999) %}{% endfor %}', scope)).toThrow(TemplateFault)
    expect(() => render(`{% assign x = "${'y'.repeat(1000)}" %}${'{% assign x = x | append: x %}'.repeat(20)}{{ x }}`, scope)).toThrow(
      TemplateFault,
    )
    expect(render(`{% assign x = "${'y'.repeat(2000)}" %}${'{{ x }}'.repeat(10)}`, scope)).toHaveLength(16_384)
  })
})

describe('dates in a template', () => {
  it.each([
    ['{{ "now" | date: "%Y-%m-%d %H:%M:%S" }}', '2026-03-08 02:30:05'],
    ['{{ now | date: "%A, %B %-d at %-I:%M %p", "America/New_York" }}', 'Saturday, March 7 at 9:30 PM'],
    ['{{ "today" | date: "%w %u %j %e %P %%" }}', '0 7 067  8 am %'],
    ['{{ "2026-07-04" | date: "%b %d" }} {{ "2026-07-04 13:05" | date: "%l:%M" }}', 'Jul 04  1:05'],
    ['{{ "Sat, 04 Jul 2026 13:05:00 +0200" | date: "%H:%M" }}', '11:05'],
    ['{{ 0 | date: "%Y" }} {{ "1767225600" | date: "%F" }}', '1970 2026-01-01'],
    ['{{ "10:30" | date: "%F" }} {{ "soon" | date: "%F" }} [{{ nobody | date: "%F" }}]', '10:30 soon []'],
    ['{{ "now" | date: "%Y%Q", "No/Where" }} {{ "now" | date: "%Q" }}', '2026-03-08T02:30:05Z %Q'],
    ['{{ "now" | date }}', '2026-03-08'],
  ])('%s reads as %s', (template, text) => {
    expect(render(template, scope)).toBe(text)
  })
})

describe('the paths of a template', () => {
  it.each<[string, string[][]]>([
    ['{{ name }} {{ flow.variables. tries | plus: extra }}', [['name'], ['flow', 'variables', 'tries'], ['extra']]],
    ['{{ widgets["say-hi"].Body }} {{ widgets.say-hi.Body }}', [['widgets', 'say-hi', 'Body']]],
    [
      '{% for item in vars.list %}{{ item.x }}{{ vars.y }}{% endfor %}',
      [
        ['vars', 'list'],
        ['vars', 'y'],
      ],
    ],
    ['{% assign own = given %}{{ own }}', [['given']]],
    ['{{ vars[which].x }}', [['vars'], ['which']]],
    ['{{ broken', []],
    ['plain', []],
  ])('of %j', (template, paths) => {
    const found = templatePaths(template).map((path) => path.join(' '))
    expect([...new Set(found)].sort()).toEqual(paths.map((path) => path.join(' ')).sort())
  })
})

it('a value is given when it is there and not empty', () => {
  expect([undefined, null, '', 0, false, 'x'].map(isGiven)).toEqual([false, false, false, true, true, true])
})
