import { cleanup, createEvent, fireEvent, render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useMarkedText } from '../../../renderer/app/useMarkedText';
import { fakeSession } from '../fakeSession';

afterEach(cleanup);

function Panel(): React.ReactElement {
  useMarkedText();
  return <div><p data-testid="said">Jan Maes</p><p draggable data-testid="hit">Piet</p><input data-testid="typed" defaultValue="Kees" /></div>;
}

function mark(element: HTMLElement): void {
  const range = document.createRange();
  range.selectNodeContents(element);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
}

describe('text marked in the window', () => {
  it('leaves on record while a case is open, and not by the browser’s own means', async () => {
    const { of } = fakeSession({ app: { 'app.copyText': () => ({}) } });
    const { getByTestId } = render(<Panel />);
    mark(getByTestId('said'));
    // The event was stopped.
    expect(fireEvent.copy(getByTestId('said'))).toBe(false);
    await waitFor(() => expect(of('app.copyText')).toEqual([{ text: 'Jan Maes' }]));
    expect(fireEvent(getByTestId('said'), createEvent.dragStart(getByTestId('said')))).toBe(false);
    expect(fireEvent(getByTestId('hit'), createEvent.dragStart(getByTestId('hit')))).toBe(true);
    expect(fireEvent.copy(getByTestId('typed'))).toBe(true);
    expect(of('app.copyText')).toHaveLength(1);
  });

  it('is anybody’s while none is', () => {
    fakeSession({ withCase: false });
    const { getByTestId } = render(<Panel />);
    mark(getByTestId('said'));
    expect(fireEvent.copy(getByTestId('said'))).toBe(true);
  });
});
