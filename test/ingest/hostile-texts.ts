import { header, hostile, noise, row } from './hostile-file.ts';
import { csvOf } from './reading.ts';

const mega = 1024 * 1024;
const good = csvOf([header, row]);
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const binary = (mark: string): Buffer =>
  Buffer.concat([
    Buffer.from(mark, 'latin1'),
    Buffer.from(noise(3000).replaceAll('1', '\u0001').replaceAll('2', '\0')),
  ]);

/** Text tables, and files that pretend to be one or another. */
export const texts = [
  hostile('nothing at all', 'e.csv', 'EMPTY_FILE', () => Buffer.alloc(0)),
  hostile('a picture named .xlsx', 'e.xlsx', 'FILE_RENAMED', () => png),
  hostile('a picture named .png', 'e.png', 'UNKNOWN_FILE_TYPE', () => png),
  hostile('a program named .csv', 'e.csv', 'FILE_RENAMED', () => binary('MZ')),
  hostile('a program named .ods', 'e.ods', 'FILE_RENAMED', () => binary('\u007fELF')),
  hostile('a PDF named .xls', 'e.xls', 'FILE_RENAMED', () => binary('%PDF-1.7')),
  hostile('a gzip named .xlsx', 'e.xlsx', 'FILE_RENAMED', () => binary('\u001f\u008b')),
  hostile('noise named .xlsx', 'e.xlsx', 'FILE_RENAMED', () => binary('')),
  hostile('a web page named .xls', 'e.xls', 'FILE_RENAMED', () => Buffer.from(`<html><script>alert(1)</script><table><tr><td>${header.join('<td>')}`)),
  hostile('XML of 2003 named .xls', 'e.xls', 'FILE_RENAMED', () => Buffer.from('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><Workbook>&y;</Workbook>')),
  hostile('rich text named .csv', 'e.csv', 'FILE_RENAMED', () => Buffer.from('{\\rtf1\\ansi hello}')),
  hostile('line ends only', 'e.csv', 'NO_TABLE', () => Buffer.from('\r\n'.repeat(100_000))),
  hostile('a mark only', 'e.csv', 'NO_TABLE', () => Buffer.from('\ufeff')),
  hostile('a cell of 10 MB', 'e.csv', 'CELL_TOO_LONG', () => Buffer.from(`${good}\r\n${noise(10 * mega)}`)),
  hostile('a cell of 10 MB in quotes', 'e.csv', 'CELL_TOO_LONG', () => Buffer.from(`${good}\r\n"${noise(10 * mega)}"`)),
  hostile('a quotation mark that never closes', 'e.csv', 'QUOTE_NOT_CLOSED', () => Buffer.from(`${good}\r\n"${csvOf(Array.from({ length: 300 }, () => row))}`)),
  hostile('a million quotation marks', 'e.csv', 'CELL_TOO_LONG', () => Buffer.from(`${good}\r\n${'"'.repeat(mega)}`)),
  hostile('a million filled columns', 'e.csv', 'TOO_MANY_COLUMNS', () => Buffer.from(`${good}\r\n${'x,'.repeat(mega)}`)),
  hostile('a million empty columns', 'e.csv', 'CLEAN', () => Buffer.from(`${good}${','.repeat(mega)}\r\n`)),
  hostile('a million blank rows', 'e.csv', 'CLEAN', () => Buffer.from(`${good}${'\r\n,,,,'.repeat(mega)}`)),
  hostile('zero bytes between the letters', 'e.csv', 'CLEAN', () => Buffer.from(csvOf([header, ...Array.from({ length: 40 }, () => row), [row[0], '甲\0公\0司', ...row.slice(2)]]))),
  hostile('control characters, a bell and an escape sequence', 'e.csv', 'CLEAN', () => Buffer.from(csvOf([header, [row[0], '\u001b[31m甲\u0007公司\u0008', ...row.slice(2)]]))),
  hostile('letters that run from right to left', 'e.csv', 'CLEAN', () => Buffer.from(csvOf([header, [row[0], '甲\u202egpj.\u202d公司\u2066', ...row.slice(2)]]))),
  hostile('formulas that call programs', 'e.csv', 'CLEAN', () => Buffer.from(csvOf([header, [row[0], "=cmd|'/c calc'!A1", ...row.slice(2)], ['@SUM(1)', '+1', '-1', '\t=1', '＝1', '|x']]))),
  hostile('headers out of JavaScript', 'e.csv', 'CLEAN', () => Buffer.from(csvOf([[...header, '__proto__', 'constructor', 'toString', '__proto__', '备用', '备用'], [...row, 'polluted', 'x', 'y', 'z', '1', '2']]))),
  hostile('half a character of UTF-16', 'e.csv', 'DAMAGED_TEXT', () => Buffer.from(`\ufeff${good}\ud800,x`, 'utf16le')),
  hostile('an encoding nobody knows', 'e.csv', 'UNKNOWN_ENCODING', () => Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0xff, 0xff, 0x0a])])),
  hostile('513 MB', 'e.csv', 'FILE_TOO_LARGE', () => Buffer.from(`${good}\r\n`.repeat(100)), 513 * mega),
]; // prettier-ignore
