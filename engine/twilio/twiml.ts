import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js'
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import type { Spoken } from '#flows/content'
import type { Dial, Gather, Verb } from '#flows/verbs'
import type { Links } from './links'
import { pieces, saidAtOnce, sayable, textedAtOnce } from './sayable'
import { tongueOf } from './voices'

type VerbOf<Kind extends Verb['verb']> = Extract<Verb, { verb: Kind }>
/** What is texted back. */
export type Reply = Pick<VerbOf<'reply'>, 'words' | 'media'>

/** Twilio refuses longer documents (error 11750). */
const mostBytes = 64_000
/** An answer of no words: right for notices, and for texts that get none. */
export const emptyTwiml = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

/**
 * A call's document. The only place where voice XML is made, always by the official builder, so that no text can become markup.
 * Every Say names voice and language; every waiting verb leads to a signed URL of ours.
 * @throws TwimlTooLarge over 64 kB.
 */
export function voiceTwiml(verbs: readonly Verb[], links: Links): string {
  const response = new VoiceResponse()
  for (const verb of verbs) write(response, verb, links)
  return bounded(response.toString())
}

/** The answer to a text: one Message for each reply, several where a body is longer than one may be. @throws TwimlTooLarge */
export function messageTwiml(replies: readonly Reply[], links: Links): string {
  const response = new MessagingResponse()
  for (const { words, media = [] } of replies) {
    const bodies = pieces(sayable(words.text), textedAtOnce)
    for (const [index, body] of (bodies.length > 0 ? bodies : media.length > 0 ? [''] : []).entries()) {
      const message = response.message({ action: links.notice('message-status'), method: 'POST' }, '')
      if (body !== '') message.body(body)
      if (index === 0) for (const url of media) message.media(sayable(url))
    }
  }
  return replies.length === 0 ? emptyTwiml : bounded(response.toString())
}

type Speaking = Pick<VoiceResponse, 'say' | 'play'>

function write(response: VoiceResponse, verb: Verb, links: Links): void {
  if (verb.verb === 'say') speak(response, verb.words, links, verb.repeat)
  else if (verb.verb === 'reply') speak(response, verb.words, links)
  else if (verb.verb === 'play') response.play({ digits: verb.tones })
  else if (verb.verb === 'pause') response.pause({ length: verb.seconds })
  else if (verb.verb === 'gather') gather(response, verb, links)
  else if (verb.verb === 'dial') dial(response, verb, links)
  else if (verb.verb === 'record') record(response, verb, links)
  else if (verb.verb === 'hold') hold(response, verb, links)
  else if (verb.verb === 'continue') response.redirect({ method: 'POST' }, links.next('resumed'))
  else response.hangup()
}

function hold(response: VoiceResponse, { words, seconds }: VerbOf<'hold'>, links: Links): void {
  if (words) speak(response, words, links)
  response.pause({ length: seconds })
  response.redirect({ method: 'POST' }, links.next('poll'))
}

function speak(into: Speaking, words: Spoken, links: Links, repeat?: number): void {
  const loop = repeat !== undefined && repeat > 1 ? { loop: repeat } : {}
  const recording = words.audio ? links.audio(words.audio) : words.audioUrl
  if (recording && /^https?:\/\//i.test(recording)) {
    into.play(loop, sayable(recording))
    return
  }
  const { voice, says } = tongueOf(words.locale, words.voice)
  // The builder lists voices and languages as literals; ours come from that list, or from an imported flow that brought them.
  const spoken = { voice, language: says, ...loop } as VoiceResponse.SayAttributes
  for (const piece of pieces(sayable(words.text), saidAtOnce)) into.say(spoken, piece)
}

function gather(response: VoiceResponse, verb: Gather, links: Links): void {
  const { listen, digits, finishOnKey, hints = [], speechModel, speechWait, profanityFilter, waitSeconds, language } = verb
  const speech = listen.includes('speech')
  const attributes = {
    input: listen.map((way) => (way === 'keys' ? 'dtmf' : 'speech')).join(' '),
    action: links.next('heard'),
    method: 'POST',
    actionOnEmptyResult: true,
    timeout: waitSeconds,
    ...(digits !== undefined && listen.includes('keys') && { numDigits: digits }),
    ...(finishOnKey !== undefined && { finishOnKey }),
    ...(speech && { language: tongueOf(language).hears, speechTimeout: waitAfterSpeech(speechModel, speechWait) }),
    ...(speech && speechModel && { speechModel }),
    ...(speech && hints.length > 0 && { hints: hinted(hints) }),
    ...(speech && profanityFilter !== undefined && { profanityFilter }),
  }
  // As above: the builder's literal lists against strings that come from them.
  const gathering = response.gather(attributes as unknown as VoiceResponse.GatherAttributes)
  for (const words of verb.words) speak(gathering, words, links, verb.repeat)
}

/** With a speech model named, Twilio takes no `auto` (docs: gather). */
const waitAfterSpeech = (model: string | undefined, wait: 'auto' | number | undefined): string =>
  String(model && (wait === undefined || wait === 'auto') ? 3 : (wait ?? 'auto'))
/** At most 500 hints of 100 characters (docs: gather); a comma separates them. */
const hinted = (hints: readonly string[]): string =>
  hints
    .slice(0, 500)
    .map((hint) => sayable(hint).replaceAll(',', ' ').slice(0, 100))
    .join(',')

function dial(response: VoiceResponse, verb: Dial, links: Links): void {
  const dialing = response.dial({
    action: links.next('dialed'),
    method: 'POST',
    timeout: verb.ringSeconds,
    ...(verb.callerId && { callerId: sayable(verb.callerId) }),
    ...(verb.limitSeconds && { timeLimit: verb.limitSeconds }),
    ...(verb.record && { record: 'record-from-answer' as const, recordingStatusCallback: links.notice('recording-status') }),
  })
  for (const to of verb.to) {
    if (to.kind === 'number') dialing.number(sayable(to.number))
    else if (to.kind === 'sip') dialing.sip(sayable(to.uri))
    else if (to.kind === 'client') dialing.client(sayable(to.identity))
    else dialing.conference({ beep: 'false', startConferenceOnEnter: true, endConferenceOnExit: to.endOnExit }, sayable(to.name))
  }
}

function record(response: VoiceResponse, verb: VerbOf<'record'>, links: Links): void {
  response.record({
    action: links.next('recorded'),
    method: 'POST',
    maxLength: verb.maxSeconds,
    timeout: verb.silenceSeconds,
    playBeep: verb.beep,
    ...(verb.finishOnKey && { finishOnKey: verb.finishOnKey }),
    ...(verb.trim !== undefined && { trim: verb.trim ? ('trim-silence' as const) : ('do-not-trim' as const) }),
    recordingStatusCallback: links.notice('recording-status'),
    ...(verb.transcribe && { transcribe: true, transcribeCallback: links.notice('transcription') }),
  })
}

function bounded(document: string): string {
  if (Buffer.byteLength(document) > mostBytes) throw new TwimlTooLarge()
  return document
}

/** More words than one answer may carry. The caller hears the safe flow. */
export class TwimlTooLarge extends Error {
  constructor() {
    super('The answer is longer than the 64 kB that Twilio takes. Shorten the words of the nodes that speak in a row.')
    this.name = 'TwimlTooLarge'
  }
}
