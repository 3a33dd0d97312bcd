/** The workbench comes back as it was left. */
import { expect } from './harness/knoop';
import { openSample, test } from './harness/sampleCase';
import { text } from './harness/words';

test('panels that were closed, opened and moved are there again after a restart', async ({ startSample, start, place }) => {
  const first = await startSample();
  const tab = (name: string) => text(`app:closePanel`, { name });
  const inspector = text('app:panel.inspector');
  const journal = text('app:panel.journal');
  await expect(first.page.getByRole('button', { name: tab(inspector) })).toBeVisible();
  await first.page.getByRole('button', { name: tab(inspector) }).click();
  await expect(first.page.getByRole('button', { name: tab(inspector) })).toHaveCount(0);
  await first.page.getByRole('navigation', { name: text('app:rail') }).getByRole('button', { name: journal }).click();
  await expect(first.page.getByRole('button', { name: tab(journal) })).toBeVisible();
  const { readFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const stored = () => (JSON.parse(readFileSync(join(place.userData, 'settings.json'), 'utf8')) as { settings: { dock: string | null } }).settings.dock ?? '';
  await expect.poll(() => stored().includes('"journal"') && !stored().includes('"inspector"')).toBe(true);
  await first.quit();

  const second = await start('asLeft');
  await openSample(second);
  await expect(second.page.getByRole('button', { name: tab(journal) })).toBeVisible();
  await expect(second.page.getByRole('button', { name: tab(inspector) })).toHaveCount(0);
  await second.page.keyboard.press('F9');
  await expect(second.page.getByRole('button', { name: tab(inspector) })).toBeVisible();
});
