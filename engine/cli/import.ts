import { writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { importStudio } from '#flows/studio/import'
import type { StudioReport } from '#flows/studio/report'
import { wordsOf } from '#flows/studio/words'
import { Complaint, type Exit, exit, type Terminal, textOf } from './terminal'

const gradeWords = {
  A: 'exactly as in Studio',
  B: 'the same, by a habit of Studio kept on purpose',
  C: 'once its references are mapped',
  D: 'after a person decided',
  E: 'not yet: kept, and keeps the flow from release',
} as const

/**
 * `callwright import <studio.json>`: a Studio flow as a draft. `--out` writes the draft, `--report` tells every finding and ending.
 * @throws Complaint with every problem and its place when the file is no flow; nothing is written then.
 */
export async function importCommand(
  terminal: Terminal,
  file: string,
  { out, report: wholeReport = false }: { out?: string; report?: boolean },
): Promise<Exit> {
  const name = basename(file, extname(file))
  const read = importStudio(await textOf(file), { id: idFrom(name), name })
  if (!read.ok) {
    throw new Complaint(
      read.problems.map(({ code, quoted, place }) => {
        const { why, fix } = wordsOf({ code, quoted }, 'en')
        return `${file}${'line' in place ? `:${place.line}:${place.column}` : ` ${place.pointer}`}: ${why} ${fix}`
      }),
    )
  }
  if (out) await writeFile(out, `${JSON.stringify(read.draft, null, 2)}\n`)
  for (const line of summaryOf(read.report)) terminal.say(line)
  if (wholeReport) for (const line of detailsOf(read.report)) terminal.say(line)
  terminal.say(out ? `The draft was written to ${out}.` : 'Nothing was written: add --out draft.json to keep the draft.')
  return exit.ok
}

const idFrom = (name: string): string => name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^[^A-Za-z]+/, '') || 'imported'

function summaryOf({ counts, grade, references }: StudioReport): string[] {
  const grades = Object.entries(counts.grades).flatMap(([each, count]) =>
    count > 0 ? [`  ${each}  ${String(count).padStart(4)}  ${gradeWords[each as keyof typeof gradeWords]}`] : [],
  )
  const mapping = references.map(({ kind, name, was }) => `  ${kind} ${name}${was ? ` (was ${was})` : ''}`)
  return [
    `${counts.states} widgets, ${counts.connected} wires, ${counts.unconnected} ways out that led nowhere. Worst grade: ${grade}.`,
    ...grades,
    ...(mapping.length > 0 ? ['To be mapped before a release:', ...mapping] : []),
  ]
}

function detailsOf({ findings, exits }: StudioReport): string[] {
  return [
    '',
    'Findings:',
    ...findings.flatMap((finding) => {
      const { why, fix } = wordsOf(finding, 'en')
      return [`  ${finding.widget ?? 'the flow'} (${finding.pointer || '/'}): ${why}`, ...(fix ? [`      ${fix}`] : [])]
    }),
    '',
    'Ways out that led nowhere:',
    ...exits.map(({ widget, event, end }) => `  ${widget} ${event} → ${end ?? 'not offered'}`),
    '',
  ]
}
