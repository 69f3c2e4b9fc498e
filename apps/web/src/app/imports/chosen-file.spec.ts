import { wrongWithFile } from './chosen-file';

describe('a file chosen for import', () => {
  it('is a CSV file with something in it, and not too large', () => {
    expect(wrongWithFile({ name: 'Services.CSV', size: 12 })).toBeNull();
    expect(wrongWithFile(null)).toBe('Select a CSV file');
    expect(wrongWithFile({ name: 'services.xlsx', size: 12 })).toContain('save the sheet as “CSV UTF-8”');
    expect(wrongWithFile({ name: 'services.pdf', size: 12 })).toBe('The selected file must be a CSV');
    expect(wrongWithFile({ name: 'services.csv', size: 0 })).toBe('The selected file is empty');
    expect(wrongWithFile({ name: 'services.csv', size: 21 * 1024 * 1024 })).toContain('smaller than 20MB');
  });
});
