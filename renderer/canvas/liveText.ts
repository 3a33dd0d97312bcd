/** A line that only screen readers see: it says where the keys have come to. */
export function createLiveText(container: HTMLElement): { say(text: string): void; remove(): void } {
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  element.setAttribute('aria-live', 'polite');
  Object.assign(element.style, { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' });
  container.append(element);
  return {
    say: (text) => {
      element.textContent = text;
    },
    remove: () => element.remove(),
  };
}
