import { validateXML } from 'xmllint-wasm'
import type { Answer } from '../phone/wire'
import { readTwimlTable, twimlProblems } from '../testing/twimlTable'
import type { Fixtures } from './fixtures'
import type { Ledger } from './ledger'

/** Every document a server answered with: each checked against the table as it comes, the calls' ones against the XSD at the end. */
export interface Documents {
  seen(answer: Answer, url: string): void
  /** @throws nothing: what does not fit is missed. */
  validate(ledger: Ledger): Promise<void>
}

/** What the older XSD does not know although Twilio documents it (reference in its header). */
const unknownToXsd = /Polly\.[A-Za-z]+-(Neural|Generative)|Google\.|<(Connect|Leave|Pay|Prompt|Refer|Stop|Start)\b/

export function createDocuments(fixtures: Fixtures): Documents {
  const table = readTwimlTable(fixtures.text('twilio/twiml-elements.json'))
  const kept = { voice: new Set<string>(), messaging: new Set<string>() }
  return {
    seen({ status, type, body }, url) {
      if (status === 200 && /xml/.test(type)) kept[/\/message(\?|$)/.test(url) ? 'messaging' : 'voice'].add(body)
    },
    async validate(ledger) {
      for (const kind of ['voice', 'messaging'] as const) {
        for (const xml of kept[kind]) {
          const problems = twimlProblems(table, xml, kind)
          ledger.check('a document fits the table of TwiML', problems.length === 0, problems.slice(0, 3).join('; '))
          ledger.count('documents_by_table_count')
        }
      }
      await againstXsd(
        [...kept.voice].filter((xml) => !unknownToXsd.test(xml)),
        { fixtures, ledger },
      )
    },
  }
}

async function againstXsd(documents: readonly string[], { fixtures, ledger }: { fixtures: Fixtures; ledger: Ledger }): Promise<void> {
  ledger.set('documents_by_xsd_count', documents.length)
  if (!ledger.check('calls gave documents the XSD knows', documents.length > 0)) return
  const file = (fileName: string) => ({ fileName, contents: fixtures.text(`twilio/twiml-xsd/${fileName}`) })
  const result = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [file('twiml-realtime-call.xsd')],
    preload: ['synthesis-nonamespace.xsd', 'twilio-extensions.xsd', 'xml-minimal.xsd'].map(file),
  })
  const [first] = result.errors
  ledger.check(
    'every such document fits the XSD',
    result.errors.length === 0,
    first && `${first.message} in ${documents[Number.parseInt(first.loc?.fileName ?? '0', 10)]?.slice(0, 300)}`,
  )
}
