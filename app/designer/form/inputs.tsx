'use client'

import type { ComponentType } from 'react'
import type { InputProps } from './input-props'
import { ChoiceField, ChoicesField, KeyField, LocaleField } from './inputs/choice-inputs'
import { DatesField, WeeklyHoursField } from './inputs/HoursField'
import { KeyValuesField } from './inputs/KeyValuesField'
import { ListField } from './inputs/ListField'
import { PromptField } from './inputs/PromptField'
import { PromptsField } from './inputs/PromptsField'
import { ReleaseField } from './inputs/ReleaseField'
import { LongTextField, NumberField, TemplateField, TextField, VariableField, ZoneField } from './inputs/text-inputs'
import { SpokenWordsField, WordsField } from './inputs/words-inputs'

interface InputKind {
  control: ComponentType<InputProps>
  /** Several controls in one: the label names the group. */
  group?: true
}

/** One small control for each kind of input that settings name in their metadata. */
export const inputKinds: Record<string, InputKind> = {
  text: { control: TextField },
  'long-text': { control: LongTextField },
  template: { control: TemplateField },
  phone: { control: TemplateField },
  variable: { control: VariableField },
  zone: { control: ZoneField },
  number: { control: NumberField },
  seconds: { control: NumberField },
  key: { control: KeyField },
  choice: { control: ChoiceField },
  choices: { control: ChoicesField, group: true },
  locale: { control: LocaleField },
  release: { control: ReleaseField },
  words: { control: WordsField },
  'spoken-words': { control: SpokenWordsField, group: true },
  prompt: { control: PromptField, group: true },
  prompts: { control: PromptsField, group: true },
  list: { control: ListField, group: true },
  'weekly-hours': { control: WeeklyHoursField, group: true },
  dates: { control: DatesField, group: true },
  'key-values': { control: KeyValuesField, group: true },
}

/** Every input a settings schema may name. */
export const knownInputs: readonly string[] = [...Object.keys(inputKinds), 'switch', 'hidden']
