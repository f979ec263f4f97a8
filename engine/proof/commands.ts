import { spawn } from 'node:child_process'
import { productNode } from '../../scripts/node.mjs'
import type { ProofHouse } from './house'

export interface Ran {
  code: number
  output: string
}

/** Runs `callwright …` on the house under proof, as a person would. */
export function callwright({ address }: Pick<ProofHouse, 'address'>, ...command: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(productNode(), ['--enable-source-maps', 'dist/cli.js', ...command, ...address.flags], {
      env: { ...process.env, ...address.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }))
  })
}
