'use client'

import { Braces } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/app/ui/Button'
import { Menu, MenuItem } from '@/app/ui/Menu'
import { TextArea } from '@/app/ui/TextArea'
import { TextInput } from '@/app/ui/TextInput'
import { useDesk } from '../../desk'
import { emptied, type InputProps, textOf } from '../input-props'

export function TextField({ field, value, onChange }: InputProps) {
  return <TextInput value={textOf(value)} onChange={(event) => onChange(emptied(event.currentTarget.value, field))} />
}

export function LongTextField({ field, value, onChange }: InputProps) {
  return (
    <TextArea
      value={textOf(value)}
      className="font-mono text-hint"
      spellCheck={false}
      onChange={(event) => onChange(emptied(event.currentTarget.value, field))}
    />
  )
}

/** Text that may hold `{{ values }}`; a menu knows which there are. */
export function TemplateField({ field, value, onChange }: InputProps) {
  const t = useTranslations('designer.form')
  const text = textOf(value)
  const change = (next: string) => onChange(emptied(next, field))
  return (
    <div className="flex items-start gap-1.5">
      {text.length > 40 || text.includes('\n') ? (
        <TextArea
          value={text}
          rows={2}
          className="min-w-0 flex-1"
          spellCheck={false}
          onChange={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <TextInput value={text} className="flex-1" spellCheck={false} onChange={(event) => change(event.currentTarget.value)} />
      )}
      <Menu
        align="end"
        trigger={
          <Button size="compact" className="mt-0.75" icon={<Braces />} aria-label={t('insert')}>
            {t('value')}
          </Button>
        }
      >
        {useKnownValues().map((name) => (
          <MenuItem key={name} onSelect={() => change(`${text}{{ ${name} }}`)}>
            <code>{name}</code>
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}

/** What a template may read: declared variables, then what every session brings. */
function useKnownValues(): string[] {
  const { draft } = useDesk()
  return [...draft.drawing.variables.map(({ name }) => name), 'caller', 'line', 'locale', 'now']
}

/** The name of a declared variable, or one that is not declared yet: the check says so. */
export function VariableField({ field, value, onChange }: InputProps) {
  const { draft } = useDesk()
  const list = useId()
  return (
    <>
      <TextInput
        value={textOf(value)}
        list={list}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(emptied(event.currentTarget.value, field))}
      />
      <datalist id={list}>
        {draft.drawing.variables.map(({ name, purpose }) => (
          <option key={name} value={name}>
            {purpose}
          </option>
        ))}
      </datalist>
    </>
  )
}

export function ZoneField({ value, onChange }: InputProps) {
  const list = useId()
  return (
    <>
      <TextInput
        value={textOf(value)}
        list={list}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}

export function NumberField({ field, value, onChange }: InputProps) {
  return (
    <TextInput
      type="number"
      inputMode="numeric"
      value={textOf(value)}
      min={field.min}
      max={field.max}
      onChange={({ currentTarget: { value: typed, valueAsNumber } }) => {
        if (typed === '') onChange(field.required || field.standard !== undefined ? '' : undefined)
        else if (!Number.isNaN(valueAsNumber)) onChange(valueAsNumber)
      }}
    />
  )
}
