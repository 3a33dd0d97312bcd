import { SegmentedControl } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NETWORK_TABS, useNetwork, type NetworkTab } from '../../actions/network';
import { useChartView } from '../../actions/chartView';
import { AroundTab } from './AroundTab';
import { ConnectTab } from './ConnectTab';
import { MeasuresTab } from './MeasuresTab';
import { OptionFields } from './OptionFields';
import { PathsTab } from './PathsTab';
import { PatternTab } from './pattern/PatternTab';
import './network.css';

const CONTENT: Readonly<Record<NetworkTab, () => ReactElement>> = { measures: MeasuresTab, paths: PathsTab, connect: ConnectTab, around: AroundTab, pattern: PatternTab };

/** Questions about who matters and how things are connected, on the chart or in the whole case. */
export function NetworkPanel(): ReactElement {
  const { t } = useTranslation('network');
  const tab = useNetwork((state) => state.tab);
  const closed = useChartView((state) => state.view?.groups.filter((group) => group.collapsed).length ?? 0);
  const Content = CONTENT[tab];
  return (
    <div className="panel network">
      <div className="network__head">
        <SegmentedControl size="small" fill value={tab} onValueChange={(value) => useNetwork.setState({ tab: NETWORK_TABS.find((each) => each === value) ?? 'measures' })} options={NETWORK_TABS.map((value) => ({ value, label: t(`tab.${value}`) }))} />
        <OptionFields />
        {closed > 0 ? <p className="quiet">{t('groups:measuredBeneath', { count: closed })}</p> : null}
      </div>
      <div className="panel__body network__body"><Content /></div>
    </div>
  );
}
