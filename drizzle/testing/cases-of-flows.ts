import * as aliases from '../queries/aliases'
import * as comments from '../queries/comments'
import * as drafts from '../queries/drafts'
import * as flows from '../queries/flows'
import * as imports from '../queries/imports'
import * as releases from '../queries/releases'
import * as safeFlows from '../queries/safe-flows'
import * as signatures from '../queries/signatures'
import * as submissions from '../queries/submissions'
import { type Case, eachOf } from './case'
import { later, noon } from './commits'

const texts = { manifestText: '{}', chartText: '{}', contentText: '{}', layoutText: '{}' }

/** Queries of flows and releases. */
export const flowsCases: Record<string, Case> = {
  'aliases.addAlias': (tx, organisation) => aliases.addAlias(tx, { organisation, flow: 'ivr', name: 'next' }),
  'aliases.pointAlias': (tx, organisation) =>
    aliases.pointAlias(tx, { organisation, flow: 'ivr', name: 'live', from: 'hash-2', to: 'hash-1', person: 'eve', at: noon }),
  'aliases.aliases': (tx, organisation) => aliases.aliases(tx, { organisation }),
  'comments.addComment': (tx, organisation) =>
    comments.addComment(tx, { organisation, id: 'c2', flow: 'ivr', person: 'ben', at: noon, text: '' }),
  'comments.comments': (tx, organisation) => comments.comments(tx, { organisation, flow: 'ivr' }),
  'comments.resolveComment': (tx, organisation) => comments.resolveComment(tx, { organisation, id: 'c1', person: 'eve', at: noon }),
  'drafts.lastRevision': (tx, organisation) => drafts.lastRevision(tx, { organisation, flow: 'ivr' }),
  'drafts.addEdit': (tx, organisation) => drafts.addEdit(tx, { organisation, flow: 'ivr', revision: 3, base: 2, at: noon, edit: '{}' }),
  'drafts.editsAfter': (tx, organisation) => drafts.editsAfter(tx, { organisation, flow: 'ivr', revision: 0 }),
  'drafts.editsBefore': (tx, organisation) => drafts.editsBefore(tx, { organisation, flow: 'ivr', most: 9 }),
  'drafts.editsOfRequest': (tx, organisation) => drafts.editsOfRequest(tx, { organisation, flow: 'ivr', request: 'r1' }),
  'drafts.editorsSince': (tx, organisation) => drafts.editorsSince(tx, { organisation, flow: 'ivr', revision: 0 }),
  'drafts.lastEdits': (tx, organisation) => drafts.lastEdits(tx, { organisation }),
  'drafts.snapshot': (tx, organisation) => drafts.snapshot(tx, { organisation, flow: 'ivr' }),
  'drafts.putSnapshot': (tx, organisation) => drafts.putSnapshot(tx, { organisation, flow: 'ivr', revision: 3, draft: '{}' }),
  'flows.addFlow': (tx, organisation) => flows.addFlow(tx, { organisation, id: 'new', name: 'New', createdAt: noon }),
  'flows.flow': (tx, organisation) => flows.flow(tx, { organisation, id: 'ivr' }),
  'flows.flows': (tx, organisation) => flows.flows(tx, { organisation }),
  'flows.changeFlow': (tx, organisation) => flows.changeFlow(tx, { organisation, id: 'ivr', changes: { name: 'Other' } }),
  'flows.archiveFlow': (tx, organisation) => flows.archiveFlow(tx, { organisation, id: 'ivr', at: noon }),
  'imports.addImport': (tx, organisation) =>
    imports.addImport(tx, { organisation, id: 'i2', flow: 'ivr', at: noon, sourceText: '', reportText: '', referencesText: '' }),
  'imports.importOf': (tx, organisation) => imports.importOf(tx, { organisation, flow: 'ivr' }),
  'imports.mapReference': (tx, organisation) =>
    imports.mapReference(tx, { organisation, environment: 'default', kind: 'function', name: 'f', value: 'v', at: noon }),
  'imports.mappings': (tx, organisation) => imports.mappings(tx, { organisation, environment: 'default' }),
  'releases.nextVersion': (tx, organisation) => releases.nextVersion(tx, { organisation, flow: 'ivr' }),
  'releases.addRelease': (tx, organisation) =>
    releases.addRelease(tx, {
      organisation,
      hash: 'hash-3',
      flow: 'ivr',
      version: 3,
      createdAt: noon,
      revision: 2,
      ...texts,
      parts: ['hash-2'],
    }),
  'releases.release': (tx, organisation) => releases.release(tx, { organisation, hash: 'hash-1' }),
  'releases.releases': (tx, organisation) => releases.releases(tx, { organisation }),
  'releases.partsOf': (tx, organisation) => releases.partsOf(tx, { organisation, hash: 'hash-2' }),
  'releases.wholesOf': (tx, organisation) => releases.wholesOf(tx, { organisation, hash: 'hash-1' }),
  'releases.withdrawalsAmong': (tx, organisation) => releases.withdrawalsAmong(tx, { organisation, hashes: ['hash-1', 'hash-2'] }),
  'releases.withdraw': (tx, organisation) =>
    releases.withdraw(tx, { organisation, release: 'hash-1', person: 'eve', at: later(1), reason: '', stopNow: true }),
  'safe-flows.setSafeFlow': (tx, organisation) => safeFlows.setSafeFlow(tx, { organisation, channel: 'voice', locale: '', release: 'new' }),
  'safe-flows.safeFlows': (tx, organisation) => safeFlows.safeFlows(tx, { organisation, channel: 'voice' }),
  'signatures.addSignature': (tx, organisation) =>
    signatures.addSignature(tx, {
      organisation,
      id: 'sig-3',
      release: 'hash-2',
      person: 'eve',
      meaning: 'x',
      at: noon,
      recordText: '',
      countersignature: '',
      keyId: '',
    }),
  'signatures.signaturesOf': (tx, organisation) => signatures.signaturesOf(tx, { organisation, release: 'hash-2' }),
  'signatures.revokeSignature': (tx, organisation) =>
    eachOf(['sig-1', 'only'], (signature) =>
      signatures.revokeSignature(tx, { organisation, signature, person: 'eve', at: noon, reason: '' }),
    ),
  'submissions.addSubmission': (tx, organisation) =>
    submissions.addSubmission(tx, {
      organisation,
      release: 'hash-9',
      flow: 'ivr',
      state: 'in_review',
      submittedBy: 'ben',
      submittedAt: noon,
      summary: '',
    }),
  'submissions.submission': (tx, organisation) => submissions.submission(tx, { organisation, release: 'hash-1' }),
  'submissions.submissions': (tx, organisation) => submissions.submissions(tx, { organisation, states: ['in_review'] }),
  'submissions.transition': (tx, organisation) =>
    submissions.transition(tx, { organisation, release: 'hash-1', from: ['in_review'], to: 'approved', person: 'eve', at: noon }),
}
