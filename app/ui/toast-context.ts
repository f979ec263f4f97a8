'use client'

import { createContext, use } from 'react'

export type ToastWords = {
  /** What was just done, as a sentence. */
  text: string
  /** Takes it back; without it there is nothing to take back. */
  undo?: (() => void) | undefined
  /** The key that undoes, where one does. */
  keys?: string | undefined
}

export const ToastContext = createContext<(words: ToastWords) => void>(() => {})

/** Confirms what the user just did. Never for an error: what needs an answer stays where it arose. */
export function useToast(): (words: ToastWords) => void {
  return use(ToastContext)
}
