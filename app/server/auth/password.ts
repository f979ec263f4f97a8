import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** The least a password may have. */
export const shortestPassword = 12

// Argon2id is the package's own choice of algorithm; the cost is OWASP's for 19 MiB.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** Whether it is the password. Without a hash it takes as long and says no, so that time tells nothing about who exists. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const right = await verify(stored ?? (await nobodys()), password.normalize('NFKC'))
  return stored !== undefined && right
}

let made: Promise<string> | undefined
function nobodys(): Promise<string> {
  made ??= hashPassword('the password of nobody')
  return made
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of four letters and digits that are not mistaken for each other: about 79 bits, easy to type once. */
export function freshPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
