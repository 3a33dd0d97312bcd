import type { Migration } from './migration';

/**
 * Puts migrations in order and proves that their numbers rise from 1 without gaps and that file names say the same number.
 * Throws Error otherwise: a mistake of the programmer, found by the first test that opens a case.
 */
export function inOrder(files: Readonly<Record<string, Migration>>): readonly Migration[] {
  const migrations = Object.entries(files).map(([path, migration]) => {
    const expected = `${String(migration.number).padStart(4, '0')}-${migration.name}.ts`;
    if (!path.endsWith(`/${expected}`)) throw new Error(`${path} should be named ${expected}`);
    return migration;
  });
  migrations.sort((a, b) => a.number - b.number);
  migrations.forEach((migration, at) => {
    if (migration.number !== at + 1) throw new Error(`migration ${at + 1} is missing or double`);
  });
  return migrations;
}

/** Every step of the case's shape, in order. */
export const MIGRATIONS: readonly Migration[] = inOrder(import.meta.glob<Migration>('./[0-9]*-*.ts', { eager: true, import: 'migration' }));

/** `user_version` of a case that this version of Knoop writes. */
export const SHAPE = MIGRATIONS.length;
