import type { Server } from 'node:http'

/** Opens the port. @throws a sentence when another program has it or this user may not open it. */
export async function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  } catch (error) {
    throw new Error(sentenceFor(codeOf(error), { host, port }), { cause: error })
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function sentenceFor(code: string, { host, port }: { host: string; port: number }): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
  if (code === 'EACCES') return `This user may not open port ${port}. Choose one above 1023: PORT=3000 npm start`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${host}. Set HOST to one it has, or to 0.0.0.0 for all.`
  return `Port ${port} on ${host} cannot be opened (${code}).`
}
