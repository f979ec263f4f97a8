import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type SampleName, sampleNames, samples } from './index'
import { play, readScript } from './testing/play'

const folder = fileURLToPath(new URL('golden/', import.meta.url))
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const scripts = files.map((file) => ({ file, ...readScript(readFileSync(`${folder}${file}`, 'utf8')) }))

/** A transcript is played by its own lines. After a change of words: `npx vitest run flows/samples -u`, then read the difference. */
describe('golden transcripts', () => {
  test.each(scripts)('$file: $title', async ({ file, ...script }) => {
    const name = sampleNames.find((known) => known === script.sample)
    if (!name) throw new Error(`There is no sample "${script.sample}".`)
    await expect(play(samples[name], script).transcript).toMatchFileSnapshot(`${folder}${file}`)
  })

  test.each(sampleNames)('%s: some transcript comes to every node', (name) => {
    const visited = scripts.filter(({ sample }) => sample === name).flatMap((script) => [...play(samples[name], script).visited])
    // A text to a number that is written down always finds somebody to be sent to.
    const beyond = name === 'appointments' ? ['call_us'] : []
    expect([...new Set([...visited, ...beyond])].sort()).toEqual(Object.keys(samples[name].drawing.nodes).sort())
  })

  test.each(sampleNames)('%s is played in each of its languages', (name: SampleName) => {
    const played = files.filter((file) => file.startsWith(`${name}.`))
    for (const locale of samples[name].drawing.locales) expect(played.some((file) => file.endsWith(`.${locale}.txt`))).toBe(true)
  })
})
