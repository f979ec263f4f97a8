import { describe, expect, it } from 'vitest'
import { render } from '../template'
import { renamed, usedIn } from './templates'

const names = new Map([
  ['main-menu', 'main_menu'],
  ['ask', 'ask'],
  ['2nd', 'widget_2nd'],
])
const ours = (template: string): string =>
  renamed(template, { widget: (name) => names.get(name), variable: (name) => name.replaceAll('-', '_') })
const uses = (template: string) => usedIn(template, (widget) => names.has(widget))
const kinds = (template: string): string[] => uses(template).pieces.map(({ kind }) => kind)

describe('new names in a template', () => {
  it.each([
    ['{{widgets.main-menu.Digits}}', '{{widgets.main_menu.Digits}}'],
    ['{{ widgets. main-menu. Digits }}', '{{ widgets.main_menu. Digits }}'],
    ['{{ widgets["main-menu"].headers["x-main-menu"] }}', '{{ widgets.main_menu.headers["x-main-menu"] }}'],
    ["{{widgets['2nd'].Body|upcase}}", '{{widgets.widget_2nd.Body|upcase}}'],
    ['{% if widgets.main-menu.Digits == "widgets.main-menu" %}', '{% if widgets.main_menu.Digits == "widgets.main-menu" %}'],
    [
      '{{flow.variables.first-name}} and {{flow.variables["first-name"]}}',
      '{{flow.variables.first_name}} and {{flow.variables.first_name}}',
    ],
    ['widgets.main-menu outside', 'widgets.main-menu outside'],
    ['{{widgets.ask.Digits}}', '{{widgets.ask.Digits}}'],
    ['{{widgets.unknown-one.Digits}}', '{{widgets.unknown-one.Digits}}'],
    ['{{ my.widgets.main-menu }}', '{{ my.widgets.main-menu }}'],
  ])('%s', (template, expected) => expect(ours(template)).toBe(expected))

  it('renders as Studio would have', () => {
    expect(
      render(ours('{{widgets.main-menu.Digits}}, {{flow.variables. first-name | upcase}}'), {
        widgets: { main_menu: { Digits: '1' } },
        flow: { variables: { first_name: 'Ada' } },
      }),
    ).toBe('1, ADA')
  })
})

describe('how a piece runs', () => {
  it.each([
    ['{{widgets.ask.Digits}}', ['path']],
    ['{{ widgets.ask.headers["x-y"] }} {{trigger.message.Body}}', ['path', 'path']],
    ['{{widgets.ask.Body|strip | downcase}}', ['filters']],
    ['{% if widgets.ask.Digits == "1" %}{{flow.variables.a}}{% endif %}', ['liquid', 'path', 'liquid']],
    ['{{ "now" | date: "%H" }}', ['liquid']],
    ['{{widgets.gone.Digits}} {{widgets.ask.Digits}}', ['unresolved', 'path']],
    ['{{Digits}}', ['unresolved']],
    ['{{ widgets.ask.Digits | no_such_filter }}', ['unresolved']],
    ['no template', []],
  ])('%s', (template, expected) => expect(kinds(template)).toEqual(expected))

  it('tells what is read', () => {
    expect(uses('{{flow.variables.name}} {{trigger.parent.parameters.id}} {{widgets.gone.x}} {{Digits}}')).toMatchObject({
      variables: ['name'],
      parentParameters: ['id'],
      widgets: ['gone'],
      strayRoots: ['Digits'],
    })
  })
  it('does not take a name of its own for a stray one', () => {
    expect(uses('{% assign total = flow.variables.a | plus: 1 %}{{ total }}').strayRoots).toEqual([])
  })
})
