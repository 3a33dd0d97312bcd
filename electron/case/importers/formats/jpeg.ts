import { pictureFile } from './picture/file';

/** Photographs in JPEG. */
export const format = pictureFile('jpeg', ['.jpg', '.jpeg', '.jfif'], 'ffd8ff');
