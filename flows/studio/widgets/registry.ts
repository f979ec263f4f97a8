import type { Carry } from './carry'
import { connectCallTo } from './connect-call-to'
import { gatherInputOnCall } from './gather-input-on-call'
import { enqueueCall, sendToFlex } from './hand-to-queue'
import { makeHttpRequest } from './make-http-request'
import { recordVoicemail } from './record-voicemail'
import { runFunction } from './run-function'
import { runSubflow } from './run-subflow'
import { sayPlay } from './say-play'
import { sendAndWaitForReply } from './send-and-wait-for-reply'
import { sendMessage } from './send-message'
import { setVariables } from './set-variables'
import { splitBasedOn } from './split-based-on'
import { trigger } from './trigger'

/** The widgets that run here, by Studio's type names. */
export const widgets: Readonly<Record<string, Carry>> = {
  trigger,
  'say-play': sayPlay,
  'gather-input-on-call': gatherInputOnCall,
  'split-based-on': splitBasedOn,
  'send-message': sendMessage,
  'send-and-wait-for-reply': sendAndWaitForReply,
  'set-variables': setVariables,
  'make-http-request': makeHttpRequest,
  'run-function': runFunction,
  'run-function-v2': runFunction,
  'connect-call-to': connectCallTo,
  'record-voicemail': recordVoicemail,
  'enqueue-call': enqueueCall,
  'send-to-flex': sendToFlex,
  'run-subflow': runSubflow,
}

/** Widgets Studio has, or once had, that do not run here. Twilio, Studio widget library. */
export const widgetsNotRunHere: ReadonlySet<string> = new Set([
  'add-twiml-redirect',
  'make-outgoing-call',
  'make-outgoing-call-v1',
  'make-outgoing-call-v2',
  'record-call',
  'capture-payments',
  'fork-stream',
  'connect-virtual-agent',
  'connect-virtual-agent-v2',
  'run-conversation-relay',
  'start-conversation',
  'resume-conversation',
  'search-for-a-profile',
  'update-profile-traits',
  'add-member-to-chat-channel',
  'create-chat-channel',
  'create-task',
  'understand',
  'update-sync-object',
  'send-to-auto-pilot',
])
