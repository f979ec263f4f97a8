'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useToast } from '@/app/ui/toast-context'

/** What follows an act that succeeded: the dialog closes, a toast confirms it, and every screen asks again. */
export function useDone(onClose: () => void): (text: string) => Promise<void> {
  const queries = useQueryClient()
  const toast = useToast()
  return async (text) => {
    onClose()
    toast({ text })
    await queries.invalidateQueries()
  }
}
