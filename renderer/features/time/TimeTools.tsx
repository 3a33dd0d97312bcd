import { Button, Checkbox, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { mdiClose, mdiFitToPageOutline, mdiPause, mdiPlay, mdiRepeat } from '@mdi/js';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeRange } from '../../../shared/analysis/time/range';
import type { Stretch } from '../../../shared/analysis/time/scale';
import { useChartFilter } from '../../actions/chartFilter';
import { changeTime, showTimeBar, useTimeWindow } from '../../actions/timeWindow';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { PastPicker } from './PastPicker';
import { SPEEDS, type Player } from './usePlayer';
import { beginText, endText, typedRange } from '../../actions/timeText';

export const SNAPS = ['none', 'shift', 'day', 'week', 'month'] as const;
export type Snap = (typeof SNAPS)[number];
export const stretchOf = (snap: Snap): Stretch | null => (snap === 'none' ? null : { unit: snap, count: 1 });

/** A date to type; taken over when it is left. */
function DateField({ label, shown, onPut }: { label: string; shown: string; onPut: (range: TimeRange) => void }): ReactElement {
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const read = typedRange(text);
  const leave = (): void => {
    if (text === shown) return;
    if (read === null) setText(shown);
    else onPut(read);
  };
  return <InputGroup size="small" className="time-tools__date" value={text} aria-label={label} placeholder={label} intent={text.trim() !== '' && read === null ? 'danger' : 'none'} onValueChange={setText} onBlur={leave} onKeyDown={(event) => { if (event.key === 'Enter') leave(); else if (event.key === 'Escape') setText(shown); }} autoComplete="off" spellCheck={false} />;
}

interface ToolsProps {
  readonly player: Player;
  readonly snap: Snap;
  readonly onSnap: (snap: Snap) => void;
  readonly onAll: () => void;
  /** The time that is on show, for a window of which only one end is typed. */
  readonly range: TimeRange | null;
}

/** What stands over the bars: the window's dates, playing, and what becomes of what has no date. */
export function TimeTools({ player, snap, onSnap, onAll, range }: ToolsProps): ReactElement {
  const { t } = useTranslation('time');
  const language = useLanguage();
  const { window, undated } = useTimeWindow();
  const without = useChartFilter((state) => state.time?.undated ?? null);
  const put = (change: Partial<TimeRange>): void => {
    const from = change.from ?? window?.from ?? range?.from;
    const until = change.until ?? window?.until ?? range?.until;
    if (from !== undefined && until !== undefined && from < until) changeTime({ window: { from, until }, on: true });
  };
  return (
    <div className="time-tools">
      <Button size="small" variant="minimal" active={player.playing} icon={<Glyph path={player.playing ? mdiPause : mdiPlay} size={16} />} aria-label={t(player.playing ? 'pause' : 'play')} title={t(player.playing ? 'pause' : 'play')} onClick={player.toggle} />
      <HTMLSelect minimal aria-label={t('speed')} title={t('speed')} value={player.speed} onChange={(event) => player.setSpeed(Number(event.currentTarget.value))} options={SPEEDS.map((value) => ({ value, label: t('perSecond', { steps: new Intl.NumberFormat(language).format(value) }) }))} />
      <Button size="small" variant="minimal" active={player.loops} aria-pressed={player.loops} icon={<Glyph path={mdiRepeat} size={15} />} aria-label={t('loop')} title={t('loop')} onClick={() => player.setLoops(!player.loops)} />
      <span className="time-tools__gap" />
      <DateField label={t('from')} shown={window === null ? '' : beginText(window, language)} onPut={(typed) => put({ from: typed.from })} />
      <span aria-hidden="true">–</span>
      <DateField label={t('until')} shown={window === null ? '' : endText(window, language)} onPut={(typed) => put({ until: typed.until })} />
      <Button size="small" variant="minimal" disabled={window === null} icon={<Glyph path={mdiClose} size={14} />} aria-label={t('clear')} title={t('clear')} onClick={() => changeTime({ window: null })} />
      <HTMLSelect minimal aria-label={t('snap')} title={t('snap')} value={snap} onChange={(event) => onSnap(SNAPS.find((each) => each === event.currentTarget.value) ?? 'none')} options={SNAPS.map((value) => ({ value, label: t(`snaps.${value}`) }))} />
      <Button size="small" variant="minimal" icon={<Glyph path={mdiFitToPageOutline} size={15} />} aria-label={t('all')} title={t('all')} onClick={onAll} />
      <Checkbox className="time-tools__undated" checked={undated} onChange={() => changeTime({ undated: !undated })} label={without === null ? t('keepUndated') : t('keepUndatedOf', { count: without, shown: formatCount(without, language) })} />
      <span className="time-tools__spring" />
      <PastPicker />
      <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('close')} title={t('close')} onClick={() => showTimeBar(false)} />
    </div>
  );
}
