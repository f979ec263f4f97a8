'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/ui/Button'
import { IconButton } from '@/app/ui/IconButton'
import { useDesk } from '../../desk'
import { useNodeForm } from '../form-context'
import { type InputProps, textOf } from '../input-props'
import { Languages } from './PromptField'

/** One prompt for each further try, in order. */
export function PromptsField({ field, path, value, onChange }: InputProps) {
  const t = useTranslations('designer.words')
  const { draft } = useDesk()
  const { node, locked } = useNodeForm()
  const keys = Array.isArray(value) ? value.map(textOf) : []
  const add = () => {
    const stem = `${node}.${field.name === 'retries' ? 'retry' : field.name}`
    let count = keys.length + 1
    while (keys.includes(`${stem}${count}`) || draft.content[`${stem}${count}`]) count += 1
    onChange([...keys, `${stem}${count}`])
  }
  return (
    <div className="flex flex-col gap-2">
      {keys.map((key, index) => (
        <div key={key} className="flex flex-col gap-1">
          <div className="flex items-center justify-between">
            <span className="text-hint text-text-2">{t('try', { count: index + 2 })}</span>
            {locked ? null : (
              <IconButton
                size="compact"
                icon={<Trash2 />}
                label={t('removeTry', { count: index + 2 })}
                onClick={() => onChange(keys.filter((each) => each !== key))}
              />
            )}
          </div>
          <Languages promptKey={key} path={`${path}.${index}`} />
        </div>
      ))}
      {locked || keys.length >= (field.most ?? 9) ? null : (
        <Button size="compact" className="self-start" icon={<Plus />} onClick={add}>
          {t('addTry')}
        </Button>
      )}
    </div>
  )
}
