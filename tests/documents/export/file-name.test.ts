import { expect, test } from 'vitest'
import { attachmentNamed, fileName } from '#src/documents/export/file-name.ts'

test.each([
  ['Energie bleibt im Dorf', 'Fassung 3', 'Energie-bleibt-im-Dorf-Fassung-3.pdf'],
  ['../../etc/passwd', '', 'etc-passwd.pdf'],
  ['..\\windows\\x', '', 'windows-x.pdf'],
  ['CON', '', 'Text-CON.pdf'],
  ['  . ', '', 'Text.pdf'],
  ['Straße „Süd“: 100 %', 'Entwurf', 'Straße-Süd-100-Entwurf.pdf'],
  ['a\r\nSet-Cookie: x', '', 'a-Set-Cookie-x.pdf'],
  ['👩‍🌾', '', 'Text.pdf'],
])('S-62: %s is safe as the name of a file', (title, addition, expected) => {
  expect(fileName(title, addition, 'pdf')).toBe(expected)
})

test('S-62: no name is longer than a file system takes', () => {
  const name = fileName('ä'.repeat(500), 'Fassung 3', 'docx')
  expect(name.length).toBeLessThanOrEqual(86)
  expect(name).toMatch(/ä-Fassung-3\.docx$/)
})

test('older browsers get plain letters, all others the real name', () => {
  expect(attachmentNamed('Straße-Süd.pdf')).toBe(
    'attachment; filename="Strasse-Sued.pdf"; filename*=UTF-8\'\'Stra%C3%9Fe-S%C3%BCd.pdf',
  )
})
