import { z } from 'zod'
import { checkChart } from '#flows/check/check-chart'
import { checkDraft } from '#flows/check/check-draft'
import { checkDraftSource, checkSource, type SourceProblem } from '#flows/check/check-source'
import type { Finding } from '#flows/node'
import { Complaint, type Exit, exit, type Terminal, textOf } from './terminal'

/** Words of the check's findings by rule: what is wrong and what to do, with `{name}` for the values of a finding. */
export type FindingWords = Readonly<Record<string, unknown>>
const Words = z.object({ title: z.string(), fix: z.string() })

/** Rules about words: a chart alone has none. */
const aboutWords = new Set(['missing-words', 'missing-translation'])

/**
 * `callwright check <file>`: every finding of a draft (drawing, words, layout) or of a chart alone, as for a release.
 * Ends as wrong when something would keep it from release.
 * @throws Complaint with every problem and its place when the file is neither.
 */
export async function checkCommand(terminal: Terminal, file: string, words: FindingWords): Promise<Exit> {
  const text = await textOf(file)
  const findings = isDraft(text) ? draftFindings(file, text) : chartFindings(file, text)
  for (const finding of findings) terminal.say(lineOf(finding, words))
  const musts = findings.filter(({ level }) => level === 'must').length
  const shoulds = findings.length - musts
  terminal.say(
    musts === 0 ? `Ready: nothing keeps it from release, ${shoulds} to look at.` : `Not ready: ${musts} to repair, ${shoulds} to look at.`,
  )
  return musts === 0 ? exit.ok : exit.wrong
}

const isDraft = (text: string): boolean => /"drawing"\s*:/.test(text)

function draftFindings(file: string, text: string): Finding[] {
  const read = checkDraftSource(text)
  if (!read.ok) throw complaintOf(file, read.problems)
  return checkDraft(read.value, { release: true })
}

function chartFindings(file: string, text: string): Finding[] {
  const read = checkSource(text)
  if (!read.ok) throw complaintOf(file, read.problems)
  return checkChart(read.value, {}, { release: true }).filter(({ rule }) => !aboutWords.has(rule))
}

export const complaintOf = (file: string, problems: readonly SourceProblem[]): Complaint =>
  new Complaint(
    problems.map(({ line, column, pointer, problem }) => `${file}:${line}:${column}: ${problem}${pointer ? ` (${pointer})` : ''}`),
  )

function lineOf({ rule, level, node, field, values = {} }: Finding, words: FindingWords): string {
  const said = Words.safeParse(words[rule]).data
  const filled = (text: string): string => text.replace(/\{(\w+)[^}]*\}/g, (_, name: string) => String(values[name] ?? name))
  const place = [node, field].filter((part) => part !== undefined).join('.')
  const about = said ? `${filled(said.title)}. ${filled(said.fix)}` : `${rule} ${JSON.stringify(values)}`
  return `${level === 'must' ? 'repair' : 'look at'}  ${place || 'the flow'}: ${about}`
}
