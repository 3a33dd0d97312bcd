import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { letGo, useCarrying } from '../actions/carrying';
import { putPart, type ChartPart } from '../actions/clipboard';
import { changeSession, session } from '../actions/session';
import { notify } from '../ui/notices';

/** A pointer that rests on a tab so long, ms, opens its chart. */
const OPENS_AFTER = 600;

const chartOfTab = (x: number, y: number): string | null => document.elementFromPoint(x, y)?.closest('[data-chart]')?.getAttribute('data-chart') ?? null;
const overCanvas = (x: number, y: number): boolean => document.elementFromPoint(x, y)?.closest('[data-testid="canvas"]') !== null;

/**
 * What is dragged off a chart, under the pointer: over the tab of another chart that one comes to the front; let go on it, or on its tab, it goes there with the places that its
 * parts have to one another. With Ctrl it takes its look along. Escape, or letting go elsewhere, changes nothing.
 */
export function Carried(): ReactElement | null {
  const part = useCarrying((state) => state.part);
  return part === null ? null : <InHand key={part.from} part={part} />;
}

function InHand({ part }: { part: ChartPart }): ReactElement {
  const { t } = useTranslation('hands');
  const [at, setAt] = useState(useCarrying.getState().at);
  useEffect(() => {
    let over: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const aim = (tab: string | null): void => {
      if (tab === over) return;
      clearTimeout(timer);
      document.querySelector('.chart-tabs__tab--aimed')?.classList.remove('chart-tabs__tab--aimed');
      over = tab;
      if (tab === null || tab === session().chart) return;
      document.querySelector(`[data-chart="${tab}"]`)?.classList.add('chart-tabs__tab--aimed');
      timer = setTimeout(() => changeSession({ chart: tab }), OPENS_AFTER);
    };
    const move = (event: MouseEvent): void => {
      setAt({ x: event.clientX, y: event.clientY });
      aim(chartOfTab(event.clientX, event.clientY));
    };
    const drop = async (event: MouseEvent): Promise<void> => {
      aim(null);
      letGo();
      const tab = chartOfTab(event.clientX, event.clientY);
      const { chart, canvas } = session();
      const target = tab ?? (overCanvas(event.clientX, event.clientY) ? chart : null);
      if (target === null || target === part.from) return;
      if (tab !== null && tab !== chart) changeSession({ chart: tab });
      const place = tab === null && canvas !== null ? canvas.toChart(event.clientX, event.clientY) : await canvas?.freePlace();
      const came = await putPart(part, target, place ?? { x: 0, y: 0 }, event.ctrlKey || event.metaKey);
      if (came > 0) notify('hands:carried', { count: came }, 'success');
    };
    const release = (event: MouseEvent): void => void drop(event);
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      letGo();
    };
    const { at: began } = useCarrying.getState();
    aim(chartOfTab(began.x, began.y));
    window.addEventListener('mousemove', move, true);
    window.addEventListener('mouseup', release, true);
    window.addEventListener('keydown', escape, true);
    return () => {
      aim(null);
      window.removeEventListener('mousemove', move, true);
      window.removeEventListener('mouseup', release, true);
      window.removeEventListener('keydown', escape, true);
    };
  }, [part]);
  return <div className="carried" style={{ left: at.x + 14, top: at.y + 12 }} aria-hidden="true">{t('inHand', { count: part.items.length })}</div>;
}
