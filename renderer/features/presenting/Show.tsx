import type { ReactElement } from 'react';
import { usePresenting } from '../../actions/presentations';
import { Stage } from './Stage';
import './show.css';

/** A presentation before an audience, over all of the window but its marking; nothing while none is shown. */
export function Show(): ReactElement | null {
  const shown = usePresenting((state) => state.show);
  return shown === null ? null : <Stage key={shown.presentation} presentation={shown.presentation} first={shown.at} />;
}
