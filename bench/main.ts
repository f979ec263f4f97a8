import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFixtures } from '../engine/proof/fixtures'
import { openHouse } from '../engine/proof/house'
import { createLedger } from '../engine/proof/ledger'
import { bindNumber, importFlow, releaseFlow } from '../engine/proof/release'
import { freePort } from '../engine/proof/server'
import { productNode } from '../scripts/node.mjs'
import { callFor, type Round, type Target } from './callers'

/*
 * `npm run bench [-- --quick]`: virtual callers against the engine, and in alternating rounds against the least a webhook server can do
 * (bench/floor.ts). Callers, both servers and the disk share one machine: the ratio says more than the numbers.
 */

const quick = process.argv.includes('--quick')
const [rounds, seconds] = quick ? [1, 1] : [3, 3]
const crowds = [1, 16, 64]
const number = '+12025550199'
const ledger = createLedger('bench')

try {
  await measure()
} catch (fault) {
  ledger.check('the bench could be run', false, fault instanceof Error ? fault.message : String(fault))
}
// Whatever a failure left open must not keep the process alive.
process.exit(ledger.close())

async function measure(): Promise<void> {
  const fixtures = openFixtures()
  ledger.step('releasing an imported flow, then starting the engine alone')
  const house = await openHouse({ url: undefined, documents: { seen: () => {} } })
  const floor = await startFloor(house.token)
  try {
    const { desks, password, account } = house
    const text = fixtures.text('studio-flows/credit-card-ivr-1.json')
    const released = await releaseFlow(desks, { flow: await importFlow(desks, { text, name: 'Bench', valueFor: () => 'none' }), password })
    await bindNumber(desks, { number, account, released })
    await house.engineAlone()
    const like = fixtures.recorded('voice-in-ringing')
    const at = house.wire.url(house.webhooks)
    const engine: Target = { voice: `${at}/voice`, ended: `${at}/call-status`, token: house.token, number, like }
    const bare: Target = { voice: `${floor.url}/voice`, ended: undefined, token: house.token, number, like }
    await callFor(engine, { callers: 4, seconds: 1 })
    await callFor(bare, { callers: 4, seconds: 1 })
    for (const callers of crowds) await compare({ callers, engine, bare })
  } finally {
    floor.stop()
    await house.close()
  }
}

async function compare({ callers, engine, bare }: { callers: number; engine: Target; bare: Target }): Promise<void> {
  const all = { engine: [] as Round[], floor: [] as Round[] }
  for (let round = 1; round <= rounds; round++) {
    ledger.step(`${callers} callers, round ${round} of ${rounds}`)
    all.engine.push(await callFor(engine, { callers, seconds }))
    all.floor.push(await callFor(bare, { callers, seconds }))
  }
  const [measured, least] = [summed(all.engine), summed(all.floor)]
  for (const [name, { perSecond, p50, p99 }] of Object.entries({ engine: measured, floor: least })) {
    ledger.set(`${name}_${callers}_callers_turns_per_s`, perSecond)
    ledger.set(`${name}_${callers}_callers_p50_ms`, p50)
    ledger.set(`${name}_${callers}_callers_p99_ms`, p99)
    console.log(
      `         ${name.padEnd(7)} ${String(callers).padStart(3)} callers  ${perSecond.toFixed(0).padStart(6)} turns/s   p50 ${p50.toFixed(1).padStart(7)} ms   p99 ${p99.toFixed(1).padStart(7)} ms`,
    )
  }
  const ratio = least.perSecond > 0 ? measured.perSecond / least.perSecond : 0
  ledger.set(`engine_to_floor_${callers}_callers_ratio`, Math.round(ratio * 1000) / 1000)
  console.log(`         ratio   ${String(callers).padStart(3)} callers  ${ratio.toFixed(3)}`)
  ledger.check(
    `${callers} callers were all answered rightly`,
    measured.failed === 0 && least.failed === 0,
    `${measured.failed} wrong of the engine, ${least.failed} of the floor`,
  )
  ledger.check(
    `${callers} callers made enough turns to measure`,
    measured.turns >= 20 && least.turns >= 20,
    `${measured.turns} and ${least.turns}`,
  )
}

function summed(all: readonly Round[]): { turns: number; failed: number; perSecond: number; p50: number; p99: number } {
  const sum = (of: (round: Round) => number): number => all.reduce((total, round) => total + of(round), 0)
  const latencies = all.flatMap((round) => round.latencies).sort((one, other) => one - other)
  const at = (share: number): number =>
    Math.round((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0) * 100) / 100
  return {
    turns: sum(({ turns }) => turns),
    failed: sum(({ failed }) => failed),
    perSecond: Math.round((sum(({ turns }) => turns) / sum((round) => round.seconds)) * 10) / 10,
    p50: at(0.5),
    p99: at(0.99),
  }
}

async function startFloor(token: string): Promise<{ url: string; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-floor-'))
  const port = await freePort()
  const child: ChildProcess = spawn(productNode(), ['--import', 'tsx', 'bench/floor.ts'], {
    env: { ...process.env, PORT: String(port), TOKEN: token, FOLDER: folder },
    stdio: 'ignore',
  })
  process.on('exit', () => child.kill('SIGKILL'))
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 200; tries++) {
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) break
    await new Promise((resume) => setTimeout(resume, 50))
  }
  return {
    url,
    stop() {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
