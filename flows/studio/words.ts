import type { FindingCode } from './findings'
import type { ProblemCode } from './source'
import { findingWords as chinese, problemWords as chineseProblems } from './words.zh-CN'

/** What was found and what to do about it. `{quoted}` stands for the value in the file. */
export interface FindingWords {
  why: string
  fix: string
}

/** The words of a finding in one interface language, with what was found in them. */
export function wordsOf(found: { code: FindingCode | ProblemCode; quoted: string }, language: 'en' | 'zh-CN'): FindingWords {
  const words = language === 'en' ? { ...findingWords, ...problemWords } : { ...chinese, ...chineseProblems }
  const { why, fix } = words[found.code]
  return { why: why.replaceAll('{quoted}', found.quoted), fix: fix.replaceAll('{quoted}', found.quoted) }
}

export const problemWords: Record<ProblemCode, FindingWords> = {
  'not-json': { why: 'This is not JSON from here on: {quoted}', fix: 'Copy the flow definition again, from the first { to the last }.' },
  'too-long': { why: 'The text is longer than 1 MiB ({quoted}).', fix: 'Import one flow at a time.' },
  'too-deep': { why: 'The text nests {quoted}.', fix: 'Check that it is a flow definition.' },
  'too-many-widgets': {
    why: 'The flow has {quoted} widgets; 2,000 is the most Studio allows.',
    fix: 'Split it into subflows and import each.',
  },
  'no-widgets': { why: 'The list of widgets (states) is empty.', fix: 'Export the flow again and import the whole file.' },
  'not-a-flow': {
    why: 'This is JSON, but no Studio flow: it has no list of states.',
    fix: 'Open the flow in Studio, choose Show flow JSON, and copy all of it.',
  },
}

export const findingWords: Record<FindingCode, FindingWords> = {
  'address-not-a-number': { why: '"{quoted}" is no phone number anybody could reach.', fix: 'Enter the number with + and country code.' },
  'argument-differs-from-input': {
    why: 'The condition tests another value than the widget names: {quoted}. The condition was followed.',
    fix: 'Decide which of the two was meant.',
  },
  'audio-from-template': {
    why: 'The address of the recording is only known in the call: {quoted}',
    fix: 'Check that each value is the address of a recording.',
  },
  'carrier-word-offered': {
    why: 'The words name {quoted}, which the carrier takes as an opt-out before the flow sees it.',
    fix: 'Offer digits as answers.',
  },
  'channel-event-shared': {
    why: 'Two kinds of message start at different widgets; only {quoted} is used.',
    fix: 'Check where texts should begin.',
  },
  'concurrent-calls-off': {
    why: 'In Studio one caller could hold only one call in this flow at a time. Here each call is its own.',
    fix: 'Nothing to do.',
  },
  'conversations-as-messages': {
    why: 'The flow starts from Conversations. Here it starts from texts.',
    fix: 'Check that texts reach the number.',
  },
  'date-of-now': {
    why: 'The date of now is in Pacific time in Studio and in UTC here: {quoted}',
    fix: 'Use an Hours node with the zone of the clinic.',
  },
  'dead-widget-reference': {
    why: 'There is no widget of this name; the value is always empty: {quoted}',
    fix: 'Name the right node or remove the value.',
  },
  'event-not-carried': { why: 'The way out {quoted} never happens here.', fix: 'Draw the path you need by hand.' },
  'exit-not-in-file': { why: 'The file does not list the way out {quoted}. It ends the session.', fix: 'Join it to a node.' },
  'exits-end-the-session': {
    why: '{quoted} ways out lead nowhere in Studio. Here each leads to an End: a call is hung up, a text conversation closes.',
    fix: 'Read the list and join those that should go on.',
  },
  fragment: { why: 'This is a part of a flow. A start was added before {quoted}.', fix: 'Check where it begins.' },
  'json-from-caller-text': {
    why: 'JSON is put together from what a person said or wrote; a quotation mark breaks it: {quoted}',
    fix: 'Add the filter to_json to the value.',
  },
  'key-renamed': { why: 'The property was read by its right name: {quoted}', fix: 'Nothing to do.' },
  'language-from-template': {
    why: 'The language is only known in the session: {quoted}',
    fix: 'Check that each value is a language the voice speaks.',
  },
  'legacy-format': { why: 'The export is in the format of 2018 to 2020.', fix: 'Rehearse the flow once more than usual.' },
  'name-changed': { why: 'The name became {quoted}. Values that name it were changed with it.', fix: 'Nothing to do.' },
  'name-twice': { why: 'Two widgets are called {quoted}. Wires lead to the first.', fix: 'Check the wires of both.' },
  'next-missing': { why: 'The way out leads to {quoted}, which is not in the file. It ends the session.', fix: 'Join it to a node.' },
  'not-as-studio-writes': { why: 'Studio would not write this: {quoted}', fix: 'Compare the node with what was meant.' },
  'number-rewritten': { why: 'The number {quoted} was written with + and country code.', fix: 'Check the number.' },
  'numbers-compared': { why: 'Both sides are compared as numbers; anything else counts as not fulfilled: {quoted}', fix: 'Nothing to do.' },
  'outbound-error-code': { why: 'This value stays empty in Studio as well: {quoted}', fix: 'Use the way out for a failed delivery.' },
  'parent-entry': {
    why: 'The flow is started by another flow ({quoted}). As a subflow it begins there by call or text.',
    fix: 'Check it from the parent flow.',
  },
  'parsed-merges': {
    why: 'Answers of repeated requests are laid over each other, as Studio does.',
    fix: 'Switch this off on the node if old values must not stay.',
  },
  'placeholder-left': { why: 'A placeholder still stands here: {quoted}', fix: 'Write what it should say.' },
  'property-not-carried': { why: 'This setting has no effect here: {quoted}', fix: 'Decide whether it is needed.' },
  'property-without-use': { why: 'This setting is for chat channels and empty for texts: {quoted}', fix: 'Nothing to do.' },
  'queue-is-a-stub': {
    why: 'The call or conversation is handed to a queue: {quoted}',
    fix: 'Map the queue, and check what its people need to know.',
  },
  'reference-to-map': {
    why: 'This exists only in the Twilio account it comes from: {quoted}',
    fix: 'Map it to what this environment uses.',
  },
  'secret-in-file': {
    why: 'The file holds a secret ({quoted}). It was not taken over.',
    fix: 'Store it as a secret and map it. Change it if the file was passed on.',
  },
  'self-loop': { why: 'The way out {quoted} leads back to the same widget.', fix: 'Give it a last try after which a person helps.' },
  'settings-do-not-fit': { why: 'The settings cannot run here: {quoted}', fix: 'Put another node in its place.' },
  'several-conditions': { why: 'A branch has several conditions; all must hold: {quoted}', fix: 'Check that this was meant.' },
  'speech-compared-as-heard': {
    why: 'Speech is compared as it was heard, so "Yes." is not "yes": {quoted}',
    fix: 'Switch on the tolerant comparison on the node.',
  },
  'subflow-revision': {
    why: 'Studio takes the newest revision of the subflow ({quoted}). Here a release is pinned.',
    fix: 'Choose the release.',
  },
  'template-broken': { why: 'The value cannot be read and would stop the session: {quoted}', fix: 'Write the value anew.' },
  'text-during-call': { why: 'A text is sent in a call and its answer awaited: {quoted}', fix: 'Check what the caller hears meanwhile.' },
  'trigger-missing': { why: 'There is no trigger. A start was added before {quoted}.', fix: 'Check where the flow begins.' },
  'two-triggers': { why: 'The flow has a second trigger: {quoted}', fix: 'Delete it or join its paths to the first.' },
  'unknown-operator': {
    why: 'Studio has no such comparison: {quoted}. The split is kept, and keeps the flow from release.',
    fix: 'Put a split in its place.',
  },
  'unknown-root': {
    why: 'Studio has no value called {quoted}; it is always empty.',
    fix: 'Name the node it comes from, such as widgets.name.Digits.',
  },
  'unknown-widget': {
    why: 'Studio has no widget of the kind {quoted}. It is kept, and keeps the flow from release.',
    fix: 'Put other nodes in its place.',
  },
  unreachable: { why: 'Nothing leads to {quoted}.', fix: 'Join it or delete it.' },
  'unset-variable': {
    why: 'Nothing in this flow sets {quoted}; it is empty unless a parent or a request brings it.',
    fix: 'Set it or remove it.',
  },
  'value-limited': { why: 'The value was brought into the range that works: {quoted}', fix: 'Check the value.' },
  'voice-renamed': { why: 'The voice {quoted} is no longer offered.', fix: 'Listen to the new one.' },
  'whole-root-sent': { why: 'Everything known about the session leaves the house: {quoted}', fix: 'Name the values that are needed.' },
  'widget-not-run-here': {
    why: 'This system does not run {quoted} yet. It is kept, and keeps the flow from release.',
    fix: 'Put other nodes in its place.',
  },
}
