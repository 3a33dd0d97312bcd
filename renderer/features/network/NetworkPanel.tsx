import { SegmentedControl } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AroundTab } from './AroundTab';
import { ConnectTab } from './ConnectTab';
import { MeasuresTab } from './MeasuresTab';
import { OptionFields } from './OptionFields';
import { PathsTab } from './PathsTab';
import './network.css';

const TABS = ['measures', 'paths', 'connect', 'around'] as const;
type TabId = (typeof TABS)[number];
const CONTENT: Readonly<Record<TabId, () => ReactElement>> = { measures: MeasuresTab, paths: PathsTab, connect: ConnectTab, around: AroundTab };

/** Questions about who matters and how things are connected, on the chart or in the whole case. */
export function NetworkPanel(): ReactElement {
  const { t } = useTranslation('network');
  const [tab, setTab] = useState<TabId>('measures');
  const Content = CONTENT[tab];
  return (
    <div className="panel network">
      <div className="network__head">
        <SegmentedControl size="small" fill value={tab} onValueChange={(value) => setTab(TABS.find((each) => each === value) ?? 'measures')} options={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))} />
        <OptionFields />
      </div>
      <div className="panel__body network__body"><Content /></div>
    </div>
  );
}
