'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { VariableName } from '#flows/ids'
import { PhiClass, Variable } from '#flows/variables'
import { Button } from '@/app/ui/Button'
import { Field } from '@/app/ui/Field'
import { IconButton } from '@/app/ui/IconButton'
import { Select } from '@/app/ui/Select'
import { TextInput } from '@/app/ui/TextInput'
import { useDesk } from '../desk'

/** What the flow may know of a contact: declared with type, how closely it belongs to a patient, purpose and time kept. */
export function VariableList() {
  const t = useTranslations('designer.variables')
  const { draft, edit, canEdit } = useDesk()
  const { variables } = draft.drawing
  const set = (next: Variable[]) => edit({ kind: 'setVariables', variables: next })
  const add = () => {
    let count = variables.length + 1
    while (variables.some(({ name }) => name === `value${count}`)) count += 1
    set([...variables, { name: `value${count}`, type: 'text', phi: 'none', purpose: '', retentionDays: 30 }])
  }
  return (
    <section aria-label={t('title')}>
      <h3 className="font-semibold text-hint">{t('title')}</h3>
      <p className="mb-1.5 text-hint text-text-3">{t('explain')}</p>
      <div className="flex flex-col gap-2">
        {variables.map((variable, index) => (
          <One
            // biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is typed
            key={index}
            variable={variable}
            taken={variables.flatMap(({ name }, at) => (at === index ? [] : [name]))}
            onChange={(next) => set(variables.map((each, at) => (at === index ? next : each)))}
            onRemove={() => set(variables.filter((_, at) => at !== index))}
          />
        ))}
      </div>
      {canEdit ? (
        <Button size="compact" className="mt-2" icon={<Plus />} onClick={add}>
          {t('add')}
        </Button>
      ) : null}
    </section>
  )
}

interface OneProps {
  variable: Variable
  taken: readonly string[]
  onChange: (variable: Variable) => void
  onRemove: () => void
}

function One({ variable, taken, onChange, onRemove }: OneProps) {
  const t = useTranslations('designer.variables')
  const { canEdit } = useDesk()
  return (
    <div className="rounded-[9px] border border-edge px-2.5 pt-2 pb-2.5">
      <div className="grid grid-cols-2 gap-x-2.5 gap-y-2">
        <div className="col-span-2 flex items-start gap-1">
          <Name {...{ variable, taken, onChange }} />
          {canEdit ? (
            <IconButton
              size="compact"
              className="mt-5.5"
              icon={<Trash2 />}
              label={t('remove', { name: variable.name })}
              onClick={onRemove}
            />
          ) : null}
        </div>
        <Field label={t('type')}>
          <Select
            disabled={!canEdit}
            value={variable.type}
            onChange={(event) => onChange({ ...variable, type: Variable.shape.type.parse(event.currentTarget.value) })}
          >
            {Variable.shape.type.options.map((type) => (
              <option key={type} value={type}>
                {t(`types.${type}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('phi')}>
          <Select
            disabled={!canEdit}
            value={variable.phi}
            onChange={(event) => onChange({ ...variable, phi: PhiClass.parse(event.currentTarget.value) })}
          >
            {PhiClass.options.map((phi) => (
              <option key={phi} value={phi}>
                {t(`phiClass.${phi}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('purpose')}>
          <TextInput
            readOnly={!canEdit}
            value={variable.purpose}
            onChange={(event) => onChange({ ...variable, purpose: event.currentTarget.value })}
          />
        </Field>
        <Field label={t('kept')} unit={t('days')}>
          <TextInput
            type="number"
            min={0}
            max={3660}
            readOnly={!canEdit}
            value={variable.retentionDays}
            onChange={({ currentTarget: { valueAsNumber: days } }) =>
              Number.isInteger(days) && days >= 0 && days <= 3660 ? onChange({ ...variable, retentionDays: days }) : undefined
            }
          />
        </Field>
      </div>
    </div>
  )
}

function Name({ variable, taken, onChange }: Omit<OneProps, 'onRemove'>) {
  const t = useTranslations('designer.variables')
  const { canEdit } = useDesk()
  const [typed, setTyped] = useState<string>()
  const name = typed ?? variable.name
  const error = !VariableName.safeParse(name).success ? t('nameWrong') : taken.includes(name) ? t('nameTaken') : undefined
  return (
    <Field label={t('name')} error={error} className="flex-1">
      <TextInput
        mono
        readOnly={!canEdit}
        value={name}
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          if (VariableName.safeParse(value).success && !taken.includes(value)) onChange({ ...variable, name: value })
        }}
        onBlur={() => setTyped(undefined)}
      />
    </Field>
  )
}
