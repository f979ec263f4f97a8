import {
  CircleQuestionMark,
  Clock,
  Globe,
  Languages,
  Layers,
  LayoutGrid,
  type LucideIcon,
  MessageCircleQuestionMark,
  MessageSquare,
  PhoneForwarded,
  PhoneIncoming,
  PhoneOff,
  Puzzle,
  Siren,
  Split,
  Variable,
  Voicemail,
  Volume2,
} from 'lucide-react'

/** The pictures of the node types, by the name the type gives. Imported one by one: the whole set is 1,500 pictures. */
export const typeIcons: Record<string, LucideIcon> = {
  clock: Clock,
  globe: Globe,
  languages: Languages,
  layers: Layers,
  'layout-grid': LayoutGrid,
  'message-circle-question-mark': MessageCircleQuestionMark,
  'message-square': MessageSquare,
  'phone-forwarded': PhoneForwarded,
  'phone-incoming': PhoneIncoming,
  'phone-off': PhoneOff,
  puzzle: Puzzle,
  siren: Siren,
  split: Split,
  variable: Variable,
  voicemail: Voicemail,
  'volume-2': Volume2,
}

/** The picture of a node type; a question mark for one this version does not know. */
export function TypeIcon({ icon }: { icon: string }) {
  const Icon = typeIcons[icon] ?? CircleQuestionMark
  return <Icon aria-hidden="true" />
}
