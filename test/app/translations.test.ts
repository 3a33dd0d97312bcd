import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '../../shared/contract';
import { COMMAND_NAMES } from '../../shared/commands/arguments';
import { REJECT_CODES } from '../../shared/mapping/mapping';
import { DOUBT_CODES, LANGUAGES } from '../../shared/values/kind';
import { ACTIONS } from '../../renderer/actions/registry';
import { PANELS } from '../../renderer/actions/session';
import { translationResources } from '../../renderer/app/translations';

const resources = translationResources();
const stem = (key: string): string => key.replace(/_(one|many|other)$/, '');
const keys = (language: string, namespace: string): Set<string> => new Set(Object.keys(resources[language]?.[namespace] ?? {}).map(stem));

/** Keys that stand in the page's code as plain text, by file: t('name') with the file's namespace, or t('namespace:name'). */
function keysInCode(folder: string): { file: string; namespace: string; key: string }[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const own = /useTranslation\(\[?'(\w+)'/.exec(text)?.[1] ?? 'app';
    return [...text.matchAll(/\bt\('([\w.:]+)'/g)].map(([, key = '']) => (key.includes(':') ? { file, namespace: key.split(':')[0] ?? '', key: key.split(':')[1] ?? '' } : { file, namespace: own, key }));
  });
}

describe('the texts', () => {
  it('are the same set in all four languages', () => {
    for (const namespace of Object.keys(resources['nl'] ?? {})) {
      for (const language of LANGUAGES) expect([...keys(language, namespace)].sort(), `${language}/${namespace}`).toEqual([...keys('nl', namespace)].sort());
    }
  });

  it('fill the same placeholders in all four languages', () => {
    const names = (text: unknown): string[] => [...new Set([...String(text).matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? ''))].sort();
    const longest = (language: string, namespace: string, key: string): unknown => resources[language]?.[namespace]?.[`${key}_other`] ?? resources[language]?.[namespace]?.[key];
    for (const namespace of Object.keys(resources['nl'] ?? {})) {
      for (const key of keys('nl', namespace)) {
        for (const language of LANGUAGES) expect(names(longest(language, namespace, key)), `${language}/${namespace}.${key}`).toEqual(names(longest('nl', namespace, key)));
      }
    }
  });

  it('have a sentence for every failure: what happened, what was kept, what to do', () => {
    for (const language of LANGUAGES) {
      for (const code of FAILURE_CODES) {
        const found = resources[language]?.['failures']?.[code];
        const text = typeof found === 'string' ? found : '';
        expect(text.split(/[.;:] /).length, `${language} ${code}: ${text}`).toBeGreaterThanOrEqual(3);
        expect(text, `${language} ${code}`).not.toContain('!');
      }
    }
  });

  it('name every command, doubt, refusal, action and panel', () => {
    for (const command of COMMAND_NAMES) expect(keys('nl', 'commands'), command).toContain(command.replaceAll('.', '_'));
    for (const code of DOUBT_CODES) expect(keys('nl', 'kinds')).toContain(`doubt.${code}`);
    for (const code of REJECT_CODES) expect(keys('nl', 'kinds')).toContain(`reject.${code}`);
    for (const panel of PANELS) expect(keys('nl', 'app')).toContain(`panel.${panel}`);
    for (const { labelKey } of ACTIONS) {
      const [namespace, key] = labelKey.includes(':') ? (labelKey.split(':') as [string, string]) : ['actions', labelKey];
      expect(keys('nl', namespace), labelKey).toContain(key);
    }
  });

  it('hold every key that the page asks for', () => {
    const missing = keysInCode(join(import.meta.dirname, '..', '..', 'renderer')).filter(({ namespace, key }) => !keys('nl', namespace).has(key));
    expect(missing.filter(({ file }) => !file.startsWith('canvas'))).toEqual([]);
  });
});
