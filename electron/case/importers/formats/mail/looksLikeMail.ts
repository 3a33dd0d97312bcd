/** Headers that only mail has, and those that other text might begin with. */
const SURE = /^(?:received|return-path|message-id|mime-version|delivered-to|x-mailer|dkim-signature|x-received|x-originating-ip|in-reply-to|references|reply-to|content-transfer-encoding|x-mozilla-status|arc-seal|x-gm-thrid|thread-topic|thread-index|x-ms-has-attach)$/;
const LIKELY = /^(?:from|to|cc|bcc|subject|date|sender|content-type)$/;

/** How sure a text is a message, 0 to 1, by the headers it begins with. */
export function looksLikeMail(text: string): number {
  const lines = text.slice(0, 32_768).replace(/^\s*\n/, '').split(/\r\n|\n|\r/);
  const names = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && at > 0) continue;
    const name = /^([A-Za-z][!-9;-~]{0,99}):(?:\s|$)/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) {
      // Some programs leave a separator of mailboxes at the top.
      if (at === 0 && /^>?From /.test(line)) continue;
      return 0;
    }
    names.add(name);
  }
  const sure = [...names].filter((name) => SURE.test(name)).length;
  const likely = [...names].filter((name) => LIKELY.test(name)).length;
  if (sure >= 1 && sure + likely >= 3) return 0.95;
  return names.has('from') && (names.has('date') || names.has('to')) && likely >= 3 ? 0.8 : 0;
}
