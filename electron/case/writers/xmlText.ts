const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' };

/** What XML 1.0 has no way to hold. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPED = /[&<>"\r\n\t]/g;

/** Text for an element or an attribute in quotes; characters that XML cannot hold become the replacement character. */
export const xmlText = (text: string): string => text.replaceAll(IMPOSSIBLE, '\ufffd').replaceAll(ESCAPED, (sign) => SPECIAL[sign] ?? sign);
