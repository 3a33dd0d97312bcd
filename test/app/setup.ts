import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/** jsdom lays nothing out: what sizes and scrolls are asked for is answered as if all were visible. */
class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.defineProperties(HTMLElement.prototype, { clientHeight: { configurable: true, get: () => 400 }, clientWidth: { configurable: true, get: () => 1000 } });
globalThis.ResizeObserver ??= StillObserver as unknown as typeof ResizeObserver;
Element.prototype.scrollIntoView ??= () => undefined;
Element.prototype.scrollTo ??= (() => undefined) as typeof Element.prototype.scrollTo;
window.matchMedia ??= ((query: string) => ({ matches: false, media: query, onchange: null, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined, dispatchEvent: () => false })) as typeof window.matchMedia;

// A busy machine draws a first page slowly; what comes at all is waited for.
configure({ asyncUtilTimeout: 5000 });

// What a test put on the page by itself goes as well: the next file has the same page.
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});
