import { pictureFile } from './picture/file';

/** Pictures in PNG. */
export const format = pictureFile('png', ['.png'], '89504e470d0a1a0a');
