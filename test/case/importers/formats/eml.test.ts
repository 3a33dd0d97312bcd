import iconv from 'iconv-lite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueKinds } from '../../../../shared/values';
import { BELGIAN_CONTEXT } from '../../../../shared/values/kind';
import { Failure } from '../../../../shared/contract/failure';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { sentDate } from '../../../../electron/case/importers/formats/mail/sentDate';
import { openTnef } from '../../../../electron/case/importers/formats/mail/tnef';
import { htmlText } from '../../../../electron/case/importers/formats/mail/htmlText';
import { walk } from './walk';
import type { Walked } from './walk';

const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');

const GMAIL = crlf(`Delivered-To: karim@transport.example
Received: by 2002:a05:6402:1a51:b0:46a:c9f3:1 with SMTP id bf17csp1;
        Mon, 21 Nov 2022 05:05:12 -0800 (PST)
Return-Path: <jef@gmail.example>
Received: from [192.0.2.44] (ptr.provider.example. [192.0.2.44])
        by smtp.gmail.example with ESMTPSA id x; Mon, 21 Nov 2022 05:05:11 -0800 (PST)
MIME-Version: 1.0
Date: Mon, 21 Nov 2022 14:05:11 +0100 (CET)
Message-ID: <CAF=1@mail.gmail.example>
In-Reply-To: <vraag@transport.example>
Subject: =?UTF-8?Q?Levering_=E2=82=AC_?= =?UTF-8?Q?1200?=
From: =?UTF-8?B?SmVmIFDDqWV0ZXJz?= <Jef@Gmail.example>
To: "Karim, B." <karim@transport.example>, Ann <ann@haven.example>
Cc: Team: piet@haven.example, karim@transport.example;
Content-Type: multipart/mixed; boundary="mix"

--mix
Content-Type: multipart/related; boundary="rel"

--rel
Content-Type: multipart/alternative; boundary="alt"

--alt
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

De doos staat op kaai =E2=80=9C869=E2=80=9D.
--alt
Content-Type: text/html; charset="UTF-8"

<div>De doos staat op kaai <b>"869"</b>. <script>alert(1)</script><img src="cid:foto"></div>
--alt--
--rel
Content-Type: image/png; name="foto.png"
Content-Disposition: inline; filename="foto.png"
Content-ID: <foto>
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--rel--
--mix
Content-Type: application/octet-stream
Content-Disposition: attachment; filename*=UTF-8''lijst%20%C3%A9%C3%A9n.csv
Content-Transfer-Encoding: base64

YTtiCjE7Mgo=
--mix
Content-Type: application/ms-tnef; name="winmail.dat"
Content-Transfer-Encoding: base64

eJ8+Ig==
--mix--
`);

const attachmentsOf = (said: Walked) => said.outcomes.flatMap((outcome) => (outcome.kind === 'row' ? (outcome.mapped.attachments ?? []) : []));
const messageOf = (said: Walked) => said.nodes.find((node) => node.type === 'message' && !node.stub);

describe('a message', () => {
  test('as Gmail sends it: parties, text, inline image, attachments, thread, where it came from', async () => {
    expect(recogniseRecords(heldBytes(Buffer.from(GMAIL)), 'x.eml')?.id).toBe('eml');
    const said = await walk('eml', GMAIL);
    const message = messageOf(said);
    expect(message?.values).toMatchObject({ subject: ['Levering € 1200'], date: ['2022-11-21T14:05:11+01:00'], reference: ['CAF=1@mail.gmail.example'], content: ['De doos staat op kaai “869”.'], 'other:Return-Path': ['<jef@gmail.example>'] });
    expect(message?.values['other:Received']?.join('\n')).toContain('192.0.2.44');
    expect(said.nodes.filter((node) => node.type === 'emailAccount').map((node) => [node.values['address']?.[0], node.values['displayName']?.[0]])).toEqual([
      ['jef@gmail.example', 'Jef Péeters'], ['karim@transport.example', 'Karim, B.'], ['ann@haven.example', 'Ann'], ['piet@haven.example', undefined],
    ]);
    const sent = said.edges.filter((edge) => edge.type === 'messaged');
    expect(sent.map((edge) => [said.nodes[edge.to]?.values['address']?.[0], edge.values['other:role']?.[0], edge.values['subject']?.[0], edge.values['date']?.[0]])).toEqual([
      ['karim@transport.example', 'To', 'Levering € 1200', '2022-11-21T14:05:11+01:00'], ['ann@haven.example', 'To', 'Levering € 1200', '2022-11-21T14:05:11+01:00'], ['piet@haven.example', 'Cc', 'Levering € 1200', '2022-11-21T14:05:11+01:00'],
    ]);
    expect(said.nodes.find((node) => node.stub)?.values['reference']).toEqual(['vraag@transport.example']);
    expect(attachmentsOf(said).map(({ name, mediaType }) => [name, mediaType])).toEqual([['foto.png', 'image/png'], ['lijst één.csv', 'application/octet-stream'], ['winmail.dat', 'application/ms-tnef']]);
    expect(Buffer.from(attachmentsOf(said)[1]?.bytes ?? []).toString()).toBe('a;b\n1;2\n');
    expect(said.pages).toHaveLength(1);
    expect(said.pages[0]).toContain('kaai “869”');
  });

  test('in the charsets of the world', async () => {
    const japanese = Buffer.concat([Buffer.from(crlf('From: a@b.example\nTo: c@d.example\nDate: 1 Feb 2024 10:00:00 +0900\nSubject: =?ISO-2022-JP?B?GyRCJDMkcyRLJEEkTxsoQg==?=\nMessage-ID: <1@x>\nContent-Type: text/plain; charset=ISO-2022-JP\n\n')), Buffer.from('1b2442243324731b2842', 'hex')]);
    expect(messageOf(await walk('eml', japanese))?.values).toMatchObject({ subject: ['こんにちは'], content: ['こん'], date: ['2024-02-01T10:00:00+09:00'] });
    const arabic = Buffer.concat([Buffer.from(crlf('From: a@b.example\nTo: c@d.example\nMessage-ID: <2@x>\nContent-Type: text/plain; charset="windows-1256"\nSubject: ')), iconv.encode('شحنة الموز', 'windows-1256'), Buffer.from('\r\n\r\n'), iconv.encode('الحاوية في الميناء', 'windows-1256')]);
    expect(messageOf(await walk('eml', arabic))?.values).toMatchObject({ subject: ['شحنة الموز'], content: ['الحاوية في الميناء'] });
    const western = Buffer.concat([Buffer.from(crlf('From: a@b.example\nTo: c@d.example\nMessage-ID: <3@x>\nSubject: =?windows-1252?Q?=80_5_=96_caf=E9?=\nContent-Type: text/plain; charset=iso-8859-1\n\n')), Buffer.from([0x80, 0x20, 0x93, 0xe9, 0x94])]);
    expect(messageOf(await walk('eml', western))?.values).toMatchObject({ subject: ['€ 5 – café'], content: ['€ “é”'] });
  });

  test('that names no charset is read by its bytes', async () => {
    const found = await walk('eml', Buffer.concat([Buffer.from('From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMessage-ID: <9@x>\r\n\r\n'), iconv.encode('De kaai van Liège, à bientôt', 'windows-1252')]));
    expect(found.nodes[0]?.values.content).toEqual(['De kaai van Liège, à bientôt']);
  });

  test('only in HTML becomes text, and what a link hides is shown', async () => {
    const said = await walk('eml', crlf('From: a@b.example\nTo: c@d.example\nMessage-ID: <4@x>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><head><title>t</title><style>p{}</style></head><body><p>Klik <a href="https://evil.example/x">hier</a></p><ul><li>een<li>twee</ul><p>5 &lt; 6 &amp; &euro; 3</p></body></html>'));
    expect(messageOf(said)?.values['content']).toEqual(['Klik hier <https://evil.example/x>\n\n- een\n- twee\n\n5 < 6 & € 3']);
    expect(htmlText('<'.repeat(100_000) + '<a '.repeat(50_000))).toBeTypeOf('string');
  });

  test('that carries another message: both are read, and joined', async () => {
    const said = await walk('eml', crlf(`From: a@b.example
To: c@d.example
Subject: Fwd
Message-ID: <outer@x>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=q

--q
Content-Type: text/plain

zie bijlage
--q
Content-Type: message/rfc822

From: e@f.example
To: g@h.example
Subject: binnen
Date: Tue, 22 Nov 2022 10:00:00 +0100

inhoud
--q--
`));
    expect(said.nodes.filter((node) => node.type === 'message').map((node) => node.values['subject']?.[0])).toEqual(['Fwd', 'binnen']);
    expect(said.edges.some((edge) => edge.type === 'linked' && edge.values['role']?.[0] === 'message/rfc822')).toBe(true);
    expect(said.edges.filter((edge) => edge.type === 'messaged')).toHaveLength(2);
    expect(attachmentsOf(said)[0]?.mediaType).toBe('message/rfc822');
  });

  test('of a mail server that could not deliver, a calendar, a signature', async () => {
    const report = await walk('eml', crlf(`From: MAILER-DAEMON@haven.example
To: a@b.example
Subject: Undelivered
Message-ID: <r@x>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=q

--q
Content-Type: text/plain

Sorry.
--q
Content-Type: message/delivery-status

Final-Recipient: rfc822; weg@haven.example
Action: failed

--q
Content-Type: message/rfc822

From: a@b.example
To: weg@haven.example
Subject: eerste

x
--q--
`));
    expect(report.pages[0]).toContain('Final-Recipient: rfc822; weg@haven.example');
    expect(report.nodes.filter((node) => node.type === 'message')).toHaveLength(2);
    const signed = await walk('eml', crlf(`From: a@b.example
To: c@d.example
Subject: afspraak
Message-ID: <s@x>
MIME-Version: 1.0
Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=q

--q
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
BEGIN:VEVENT
UID:afspraak-1
SUMMARY:Kaai 869
DTSTART;TZID=Europe/Brussels:20240201T100000
DTEND:20240201T093000Z
LOCATION:Loods 3\\, poort B
ORGANIZER;CN=Jef:mailto:a@b.example
ATTENDEE;CN="Karim, B.":MAILTO:k@d.example
BEGIN:VALARM
DESCRIPTION:herinnering
END:VALARM
END:VEVENT
END:VCALENDAR
--q
Content-Type: application/pkcs7-signature; name=smime.p7s
Content-Transfer-Encoding: base64

MIIB
--q--
`));
    expect(signed.pages[0]).toContain('SUMMARY:Kaai 869');
    expect(attachmentsOf(signed).map(({ name }) => name)).toContain('smime.p7s');
    const meeting = signed.nodes.findIndex((node) => node.type === 'meeting');
    expect(signed.nodes[meeting]?.values).toEqual({ name: ['Kaai 869'], start: ['2024-02-01T10:00:00'], end: ['2024-02-01T09:30:00Z'], place: ['Loods 3, poort B'], reference: ['afspraak-1'], 'other:TZID': ['Europe/Brussels'] });
    expect(signed.edges.filter((edge) => edge.from === meeting).map((edge) => [edge.values['role']?.[0], signed.nodes[edge.to]?.values['address']?.[0] ?? signed.nodes[edge.to]?.values['subject']?.[0]])).toEqual([['text/calendar', 'afspraak'], ['ORGANIZER', 'a@b.example'], ['ATTENDEE', 'k@d.example']]);
  });

  test('with a winmail.dat: what Outlook packed into it comes out', async () => {
    const record = (level: number, attribute: number, data: Buffer): Buffer => {
      const head = Buffer.alloc(9);
      head[0] = level;
      head.writeUInt32LE(attribute, 1);
      head.writeUInt32LE(data.length, 5);
      return Buffer.concat([head, data, Buffer.alloc(2)]);
    };
    const name = Buffer.from('offerte container.csv\0', 'utf16le');
    const long = Buffer.concat([Buffer.from([1, 0, 0, 0, 0x1f, 0, 0x07, 0x37, 1, 0, 0, 0, name.length, 0, 0, 0]), name]);
    const body = Buffer.from('Zie de offerte.\0');
    const packed = Buffer.concat([Buffer.from([2, 0, 0, 0, 0x03, 0, 0x17, 0x0e, 1, 0, 0, 0, 0x1e, 0, 0x00, 0x10, 1, 0, 0, 0, body.length, 0, 0, 0]), body]);
    const tnef = Buffer.concat([Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]), record(1, 0x00069003, packed), record(2, 0x00069002, Buffer.alloc(14)), record(2, 0x00018010, Buffer.from('OFFERT~1.CSV\0')), record(2, 0x0006800f, Buffer.from('a;b')), record(2, 0x00069005, long)]);
    const said = await walk('eml', crlf(`From: a@b.example\nTo: c@d.example\nMessage-ID: <t@x>\nMIME-Version: 1.0\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${tnef.toString('base64')}\n`));
    expect(attachmentsOf(said).map((each) => [each.name, Buffer.from(each.bytes).toString('latin1').slice(0, 3)])).toEqual([['winmail.dat', 'x\u009f>'], ['offerte container.csv', 'a;b']]);
    expect(messageOf(said)?.values['content']).toEqual(['Zie de offerte.']);
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(tnef.length - 1), fc.nat(255)), { maxLength: 10 }), (changes) => {
      const file = Buffer.from(tnef);
      for (const [at, value] of changes) file[at] = value;
      openTnef(file);
    }), { numRuns: 300 });
  });

  test('addresses with half a character are kept with a doubt', () => {
    expect(valueKinds.email.parse('a\uD800@b.example', BELGIAN_CONTEXT)?.doubt).toBe('format');
    expect(valueKinds.email.looksLike?.('a\uD800@b.example', BELGIAN_CONTEXT)).toBe(false);
  });

  test('dates keep the zone that they were written in', () => {
    expect(sentDate('Mon, 21 Nov 2022 14:05:11 +0100 (CET)')).toBe('2022-11-21T14:05:11+01:00');
    expect(sentDate('21 Nov 22 14:05 EST')).toBe('2022-11-21T14:05-05:00');
    expect(sentDate('Mon Nov 21 14:05:11 2022')).toBe('2022-11-21T14:05:11');
    expect(sentDate('Thu, 1 Jan 2015 00:00:00 -0000')).toBe('2015-01-01T00:00:00Z');
    expect(sentDate('gisteren')).toBeNull();
  });

  test('that is none is refused; other texts are not taken for one', async () => {
    await expect(walk('eml', 'zomaar wat tekst\nen nog een regel')).rejects.toBeInstanceOf(Failure);
    for (const text of ['naam;telefoon\nJan;0470', 'Note: lees dit\n\nVan alles', 'key: value\nother: x\n', '{"from":"a","to":"b"}', 'BEGIN:VCARD\nVERSION:3.0\nFN:x\nEND:VCARD\n']) expect(recogniseRecords(heldBytes(Buffer.from(text)), 'x.txt')?.id).not.toBe('eml');
  });

  test('never breaks the import, whatever its bytes', async () => {
    const whole = Buffer.from(GMAIL);
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length), fc.constantFrom('__proto__: x\r\n', '\0', '\xff\xfe', '--mix', '=?utf-8?B?', 'Content-Type: multipart/mixed; boundary="mix"\r\n', '\r\n\r\n', '"'.repeat(200), '<'.repeat(99), '('.repeat(999))), { maxLength: 6 }), fc.nat(whole.length), async (inserts, length) => {
      let file = whole.subarray(0, length);
      for (const [at, text] of inserts) file = Buffer.concat([file.subarray(0, at), Buffer.from(text, 'latin1'), file.subarray(at)]);
      try {
        await walk('eml', file);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }), { numRuns: 200 });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
