import { type SyntheticEvent, useRef } from 'react'

/** What the guard needs to know of an event of the keyboard or of an input method. */
export interface Stroke {
  type: string
  /** Milliseconds on the page's own clock. */
  timeStamp: number
  key?: string
  keyCode?: number
  isComposing?: boolean
  /** Held down: the same press, again and again. */
  repeat?: boolean
}

/** Longer than an engine takes from the end of a composition to the key that ended it, shorter than two presses. */
const sameKey = 500

/** What a key that an input method has taken for itself says of itself, in every engine. */
const taken = 229

/**
 * Tells the Enter that is meant for the app from the Enter that takes a candidate of an input method. The engines differ:
 * - Chromium and WebView2 send the key first (`isComposing`, key code 229), and then the end of the composition;
 * - WebKit sends the end of the composition first, and then the key, whose `isComposing` is false by then. Most of its
 *   input methods still say 229; some say 13, so that nothing but the order tells.
 */
export function enterGuard() {
  let composing = false
  let endedAt = Number.NEGATIVE_INFINITY
  return (stroke: Stroke): boolean => {
    switch (stroke.type) {
      case 'compositionstart':
        composing = true
        return false
      case 'compositionend':
        composing = false
        endedAt = stroke.timeStamp
        return false
      case 'keydown': {
        const ended = Math.abs(stroke.timeStamp - endedAt) < sameKey
        // The key that ended a composition comes once.
        endedAt = Number.NEGATIVE_INFINITY
        if (stroke.key !== 'Enter' || stroke.repeat) return false
        return !(composing || ended || stroke.isComposing || stroke.keyCode === taken)
      }
      default:
        // A key let go was seen, and a box left has no composition any more.
        if (stroke.type === 'blur') composing = false
        endedAt = Number.NEGATIVE_INFINITY
        return false
    }
  }
}

/** What a box needs in order to act on Enter; an input method's own Enter does nothing. */
export function useEnter(act: (() => void) | undefined) {
  const guard = useRef<ReturnType<typeof enterGuard> | null>(null)
  guard.current ??= enterGuard()
  const hear = ({ nativeEvent }: SyntheticEvent) => {
    if (guard.current?.(nativeEvent as Event & Partial<KeyboardEvent>)) act?.()
  }
  return { onCompositionStart: hear, onCompositionEnd: hear, onKeyDown: hear, onKeyUp: hear, onBlur: hear }
}
