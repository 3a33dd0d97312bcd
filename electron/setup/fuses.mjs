/**
 * Sets the fuses of a packaged Electron, called by electron-builder after packing: the released program cannot be turned into a
 * bare Node, takes no options from the environment, opens no debugger, and loads its code from the archive only.
 * KNOOP_TEST_BUILD=1 leaves the debugger's fuse on, because Playwright drives through it; such a build is never released.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * The fuse table.
 * @param {{ test: boolean }} options test: for a build that Playwright drives
 */
export function fuseTable({ test }) {
  return {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: test,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  };
}

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const name = electronPlatformName === 'win32' ? `${packager.appInfo.productFilename}.exe` : packager.executableName;
  // The app that runs other apps has no place in a product.
  rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
  await flipFuses(join(appOutDir, name), fuseTable({ test: process.env.KNOOP_TEST_BUILD === '1' }));
}
