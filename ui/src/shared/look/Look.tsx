import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import './base.css'
import { dark, light } from './theme'

const darkAsked = window.matchMedia('(prefers-color-scheme: dark)')

function watchDark(changed: () => void) {
  darkAsked.addEventListener('change', changed)
  return () => darkAsked.removeEventListener('change', changed)
}

/** The policy allows only styles that carry the page's nonce, which stands on the style element of index.html. */
function rendererWithNonce() {
  const nonce = document.querySelector('style')?.nonce
  return createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {})
}

export function Look({ children }: { children: ReactNode }) {
  const renderer = useMemo(rendererWithNonce, [])
  const isDark = useSyncExternalStore(watchDark, () => darkAsked.matches)
  return (
    <RendererProvider renderer={renderer}>
      <FluentProvider theme={isDark ? dark : light} style={{ height: '100%', background: 'transparent' }}>
        {children}
      </FluentProvider>
    </RendererProvider>
  )
}
