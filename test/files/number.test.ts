// Numbers, units, dates and durations as people write them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/files/date.js';
import { daysFrom, parseDuration } from '../../src/files/duration.js';
import { parseNumber, plainDutch } from '../../src/files/number.js';
import { isKnownUnit, plainUnit, unitsAgree } from '../../src/files/unit.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('a number', () => {
  it.each([
    ['33%', 0.33, '%'],
    ['19,4 %', 0.194, '%'],
    ['0,7 procentpunt', 0.007, '%'],
    ['0,33', 0.33, null],
    ['0.33', 0.33, null],
    [',5', 0.5, null],
    ['4,5 fte', 4.5, 'fte'],
    ['8 maanden', 8, 'maanden'],
    ['1 maand', 1, 'maanden'],
    ['-4', -4, null],
    ['−4', -4, null],
    ['+4', 4, null],
    ['1e-3', 0.001, null],
    ['2,5E3', 2500, null],
    ['0.125', 0.125, null],
    ['1,250', 1.25, null],
    ['1250', 1250, null],
    ['1250.5', 1250.5, null],
    ['€ 14665', 14665, 'euro'],
    ['12 €', 12, 'euro'],
    ['0,8% per maand', 0.008, '% per maand'],
    ['  7  ', 7, null],
    ['-0', 0, null],
  ])('%s is %d with unit %s', (text, value, unit) => {
    expect(parseNumber(text)).toStrictEqual({ state: 'number', value, unit });
  });

  it('of 1.250 is a mistake that names both readings', () => {
    expect(parseNumber('1.250')).toEqual({
      state: 'mistake',
      message: "'1.250' kan 1250 of 1,25 betekenen; schrijf 1250 of 1,25.",
    });
    expect(parseNumber('-1.250 euro').state).toBe('mistake');
  });

  it('in a file with decimal points turns that around: there 1.250 is 1.25 and 1,250 is doubtful', () => {
    expect(parseNumber('1.250', { decimal: '.' })).toMatchObject({ state: 'number', value: 1.25 });
    expect(parseNumber('1,250', { decimal: '.' }).state).toBe('mistake');
    expect(parseNumber('0,33', { decimal: '.' })).toMatchObject({ state: 'number', value: 0.33 });
  });

  it('with separators that can only be thousands is a mistake that says how to write it', () => {
    expect(parseNumber('1.250.000')).toMatchObject({
      state: 'mistake',
      message: expect.stringContaining('schrijf 1250000') as string,
    });
    expect(parseNumber('1.250,5')).toMatchObject({
      state: 'mistake',
      message: expect.stringContaining('schrijf 1250,5') as string,
    });
    expect(parseNumber('1,250.5')).toMatchObject({
      state: 'mistake',
      message: expect.stringContaining('schrijf 1250,5') as string,
    });
    expect(parseNumber('1e999').state).toBe('mistake');
  });

  it.each([
    '',
    '-',
    '@bap.aandeel',
    '2019-07-01',
    '1-7-2019',
    '5,',
    '3,5,1',
    '1 2',
    'fte 4',
    '1..2',
    'NaN',
    'Infinity',
    '0x10',
  ])('is not what stands in "%s"', (text) => {
    expect(parseNumber(text)).not.toMatchObject({ state: 'number', unit: null });
  });

  it('comes back the same after writing it in Dutch, and with a point in a file with points', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(parseNumber(plainDutch(value))).toStrictEqual({ state: 'number', value: value + 0, unit: null });
        expect(parseNumber(String(value), { decimal: '.' })).toStrictEqual({
          state: 'number',
          value: value + 0,
          unit: null,
        });
      }),
    );
  });

  it('as a percentage is exactly the decimal fraction: n thousandths', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (n) => {
        expect(parseNumber(`${plainDutch(n / 10)}%`)).toMatchObject({ value: n / 1000 + 0 });
      }),
    );
  });
});

describe('a unit', () => {
  it('has one plain form', () => {
    expect(plainUnit('1 '.trim())).toBe('1');
    expect(['Maand', 'maanden', 'JAAR', 'week', 'procent', '€', 'uur per cliënt'].map(plainUnit)).toEqual([
      'maanden',
      'maanden',
      'jaren',
      'weken',
      '%',
      'euro',
      'uren per cliënt',
    ]);
  });

  it('is known by its first word, and `per` by the word after it', () => {
    expect(['aandeel van toekenningen', 'fte', 'per maand', 'jaar', 'uren per cliënt'].every(isKnownUnit)).toBe(true);
    expect(['aandel', 'per', '', 'Fte', 'kilometer'].some(isKnownUnit)).toBe(false);
  });

  it('behind a number must fit the parameter: nothing is converted', () => {
    expect(unitsAgree(null, 'fte')).toBe(true);
    expect(unitsAgree('fte', 'fte')).toBe(true);
    expect(unitsAgree('maanden', 'maand')).toBe(true);
    expect(unitsAgree('%', 'aandeel van toekenningen')).toBe(true);
    expect(unitsAgree('%', 'per maand')).toBe(true);
    expect(unitsAgree('% per maand', 'per maand')).toBe(true);
    expect(unitsAgree('uren', 'uren per cliënt')).toBe(true);
    expect(unitsAgree('weken', 'maanden')).toBe(false);
    expect(unitsAgree('%', 'fte')).toBe(false);
    expect(unitsAgree('fte', 'aandeel')).toBe(false);
    expect(unitsAgree('per', 'per maand')).toBe(false);
    expect(unitsAgree('% per jaar', 'per maand')).toBe(false);
  });
});

describe('a date', () => {
  it.each([
    ['2019-07-01', '2019-07-01'],
    ['1-7-2019', '2019-07-01'],
    ['01-07-2019', '2019-07-01'],
    ['29-2-2020', '2020-02-29'],
    ['29-2-2000', '2000-02-29'],
    ['31-12-2022', '2022-12-31'],
  ])('%s is %s', (text, iso) => {
    expect(parseDate(text)).toEqual({ state: 'date', iso });
  });

  it.each([
    ['31-2-2019', /februari 2019 heeft 28 dagen/],
    ['29-2-1900', /februari 1900 heeft 28 dagen/],
    ['2019-04-31', /april 2019 heeft 30 dagen/],
    ['2019-13-01', /maand 13 bestaat niet/],
    ['0-7-2019', /juli 2019 heeft 31 dagen/],
    ['1-7-19', /geen datum.*2019-07-01 of 1-7-2019/],
    ['1/7/2019', /geen datum/],
    ['1 juli 2019', /geen datum/],
    ['2019', /geen datum/],
    ['1-7-1019', /tussen 1900 en 2199/],
  ])('%s is a mistake', (text, message) => {
    const parsed = parseDate(text);
    expect(parsed.state === 'mistake' ? parsed.message : '').toMatch(message);
  });

  it('comes back the same in both forms for every day from 1900 to 2199', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = iso.split('-').map(Number);
          expect(parseDate(iso)).toEqual({ state: 'date', iso });
          expect(parseDate(`${String(day)}-${String(month)}-${String(year)}`)).toEqual({ state: 'date', iso });
        },
      ),
    );
  });
});

describe('a duration', () => {
  it.each([
    ['6 maanden', '2019-07-01', 184],
    ['1 maand', '2019-01-31', 28],
    ['1 maand', '2020-01-31', 29],
    ['12 maanden', '2019-07-01', 366],
    ['2 jaar', '2019-03-01', 731],
    ['1 jaar', '2020-02-29', 365],
    ['10 weken', '2019-07-01', 70],
    ['14 dagen', '2019-07-01', 14],
    ['0 dagen', '2019-07-01', 0],
  ])('%s from %s is %d days', (text, start, days) => {
    const parsed = parseDuration(text);
    expect(parsed.state === 'duration' ? daysFrom(start, parsed.duration) : parsed).toBe(days);
  });

  it.each(['6', 'maanden', '1,5 maand', '-2 weken', '6 kwartalen', '6 maanden later', ''])(
    '"%s" is a mistake',
    (text) => {
      expect(parseDuration(text).state).toBe('mistake');
    },
  );
});
