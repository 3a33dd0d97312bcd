import { Button, Checkbox, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { mdiLanDisconnect } from '@mdi/js';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addToChart } from '../../actions/addToChart';
import { attempt, openCaseClient } from '../../actions/execute';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { EmptyState } from '../../ui/EmptyState';
import { formatCount, useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import './expand.css';

const LIMITS = [25, 50, 100, 250, 500] as const;
const DEFAULT_LIMIT = 50;

/** Neighbours by type, counted before anything is added; the user ticks which to add and how many at most. */
export function ExpandDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'expand' && state.expanding.length > 0);
  return shown ? <ExpandForm /> : null;
}

function ExpandForm(): ReactElement {
  const { t } = useTranslation('expand');
  const language = useLanguage();
  const types = useTypes();
  const ids = useSession((state) => state.expanding);
  const chart = useSession((state) => state.chart);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [limit, setLimit] = useState<number>(DEFAULT_LIMIT);
  const [busy, setBusy] = useState(false);
  const { data, isSuccess } = useCase('case.neighbours', { ids: [...ids], ...(chart ? { chart } : {}) });
  const groups = data ?? [];
  const left = (index: number): number => Math.max(0, (groups[index]?.entities ?? 0) - (groups[index]?.onChart ?? 0));
  useEffect(() => {
    // Groups that fit at once are ticked; a hub's thousands wait until the user asks for them.
    if (data) setTicked(new Set(data.flatMap((group, index) => (group.entities - group.onChart > 0 && group.entities - group.onChart <= DEFAULT_LIMIT ? [index] : []))));
  }, [data]);
  const wanted = [...ticked].reduce((sum, index) => sum + left(index), 0);
  const close = (): void => changeSession({ dialog: null, expanding: [] });
  const add = async (): Promise<void> => {
    setBusy(true);
    const only = [...ticked].flatMap((index) => { const group = groups[index]; return group ? [{ linkType: group.linkType, direction: group.direction, entityType: group.entityType }] : []; });
    const found = await attempt(() => openCaseClient()['case.expand']({ ids: [...ids], ...(chart ? { chart } : {}), only, limit }));
    if (found) await addToChart(found.entities.map((each) => each.id));
    setBusy(false);
    if (found) close();
  };
  return (
    <Dialog isOpen className="expand-dialog" title={t('title', { count: ids.length })} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); if (wanted > 0) void add(); }}>
        <DialogBody>
          {isSuccess && groups.length === 0 ? <EmptyState icon={mdiLanDisconnect} title={t('none')} hint={t('noneHint')} /> : (
            <table className="rows expand">
              <thead><tr><th>{t('kind')}</th><th className="number">{t('onChart')}</th><th className="number">{t('toAdd')}</th><th className="number">{t('links')}</th></tr></thead>
              <tbody>
                {groups.map((group, index) => {
                  const link = types.link(group.linkType);
                  const said = (group.direction === 'in' ? link?.reverse : link?.label)?.[language] ?? group.linkType;
                  return (
                    <tr key={`${group.linkType}:${group.direction}:${group.entityType}`}>
                      <td>
                        <Checkbox checked={ticked.has(index)} disabled={left(index) === 0} onChange={(event) => { const next = new Set(ticked); if (event.currentTarget.checked) next.add(index); else next.delete(index); setTicked(next); }}>
                          <Disc family={types.family(group.entityType)} glyph={types.glyph(group.entityType)} size={20} /> <span>{types.label(group.entityType, language, group.entities)} <span className="quiet">· {said}</span></span>
                        </Checkbox>
                      </td>
                      <td className="number quiet">{formatCount(group.onChart, language)}</td>
                      <td className="number">{formatCount(left(index), language)}</td>
                      <td className="number quiet">{formatCount(group.links, language)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )}
          {groups.length > 0 ? <Picker inline label={t('atMost')} value={String(limit)} options={LIMITS.map((value) => ({ value: String(value), label: formatCount(value, language) }))} onChange={(value) => setLimit(Number(value))} /> : null}
          {wanted > limit ? <p className="quiet expand__cut">{t('cut', { limit: formatCount(limit, language), total: formatCount(wanted, language) })}</p> : null}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" loading={busy} disabled={wanted === 0} text={t('add', { count: Math.min(limit, wanted) })} /></>} />
      </form>
    </Dialog>
  );
}
