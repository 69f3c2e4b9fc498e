import { typeOfFile, wrongWithFile } from './chosen-file';

describe('a file chosen for import', () => {
  it('is ODS, XLSX or CSV with something in it, and not too large', () => {
    for (const name of ['Services.CSV', 'services.ods', 'services.xlsx'])
      expect(wrongWithFile({ name, size: 12 })).toBeNull();
    expect(wrongWithFile(null)).toBe('Select an ODS, XLSX or CSV file');
    expect(wrongWithFile({ name: 'services.xlsm', size: 12 })).toContain('may hold macros');
    expect(wrongWithFile({ name: 'services.xls', size: 12 })).toContain('save it as one of these');
    expect(wrongWithFile({ name: 'services.pdf', size: 12 })).toBe(
      'The selected file must be an ODS, XLSX or CSV',
    );
    expect(wrongWithFile({ name: 'services.csv', size: 0 })).toBe('The selected file is empty');
    expect(wrongWithFile({ name: 'services.csv', size: 21 * 1024 * 1024 })).toContain('smaller than 20MB');
  });

  it('is sent as what its name says', () =>
    expect(['a.csv', 'a.ODS', 'a.xlsx'].map((name) => typeOfFile(name)!.split('.').at(-1))).toEqual([
      'text/csv',
      'spreadsheet',
      'sheet',
    ]));
});
