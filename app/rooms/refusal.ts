'use client'

import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import { z } from 'zod'

const Told = z.object({ values: z.record(z.string(), z.union([z.string(), z.number()])).default({}) })

/** The server's own name for a failure, to be quoted to an administrator; undefined where it gave none. */
export function referenceOf(error: unknown): string | undefined {
  const { reference } = valuesOf(error)
  return reference === undefined || reference === '' ? undefined : String(reference)
}

/** Says in the reader's words why the server refused: the sentence it named, or that it could not be reached. */
export function useRefusalWords(): (error: unknown) => string {
  const t = useTranslations()
  return (error) => {
    if (!(error instanceof TRPCClientError) || !error.data) return t('rooms.unreachable')
    const key = `errors.${error.message}`
    return t.has(key) ? t(key, valuesOf(error)) : t('errors.internal', { reference: '' })
  }
}

function valuesOf(error: unknown): Record<string, string | number> {
  const told = Told.safeParse(error instanceof TRPCClientError ? error.data : undefined)
  return told.success ? told.data.values : {}
}
