/** What screen readers and weak eyes meet, by axe's rules, in light and in dark. */
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, dialog, pick } from './harness/hands';
import { expect } from './harness/knoop';
import { test } from './harness/sampleCase';
import { root } from './harness/program';

/** Rules that are broken on purpose: by which elements. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  // The cross in a panel's tab is for the mouse only; keys close panels (F6 to F10, and the rail). The tab itself is the docking library's.
  'nested-interactive': /^#dv-tab-\d+$/,
};

async function serious(page: Page): Promise<string[]> {
  // Legacy mode: the normal one opens a second page to gather results, and the window opens none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.filter((node) => !ALLOWED[id]?.test(node.target.join(' '))).slice(0, 6).map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`));
}

for (const theme of ['light', 'dark'] as const) {
  test(`no serious fault in ${theme}`, async ({ startSample }) => {
    const knoop = await startSample({ theme });
    const { page, ask } = knoop;
    const view = await ask('case.chart', { id: (await ask('case.charts', {}))[0]!.id });
    await pick(page, [view.entities.find((each) => each.type === 'person')?.id ?? view.entities[0]!.id]);
    await expect(page.locator('.inspector h2')).toBeVisible();
    await knoop.picture(`workbench-${theme}`);
    expect(await serious(page), 'workbench').toEqual([]);

    await knoop.answerOpen([join(root, 'resources', 'sample', 'bank_verrichtingen.csv')]);
    await button(page, 'actions:import').click();
    await expect(page.locator('.outcome .count')).toBeVisible();
    await knoop.picture(`import-${theme}`);
    expect(await serious(page), 'import').toEqual([]);
    await button(page.locator('.import__head'), 'import:back').click();

    await page.keyboard.press('Control+w');
    await expect(button(page, 'start:newCase')).toBeVisible();
    await knoop.picture(`start-${theme}`);
    expect(await serious(page), 'start').toEqual([]);
    await button(page, 'start:newCase').click();
    await expect(dialog(page)).toBeVisible();
    expect(await serious(page), 'new case').toEqual([]);
  });
}
