import pino from 'pino'

const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }))

/**
 * Writes down what went wrong in the server itself: the kind of error, its code and where in our code. Never its message, which may
 * carry what a patient said.
 */
export function complain(error: unknown, { at, reference }: { at: string; reference?: string | undefined }): void {
  const known = error instanceof Error ? error : new Error('not an error')
  const cause = known.cause instanceof Error ? known.cause : undefined
  log.error({ at, reference, kind: known.name, code: codeOf(cause ?? known), cause: cause?.name, where: framesOf(known) })
}

const codeOf = (error: object): string | undefined => ('code' in error ? String(error.code) : undefined)

const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
