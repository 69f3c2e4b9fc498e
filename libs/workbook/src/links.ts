/** Spreadsheets take no longer ones. */
const longest = 2000;

/** Whether a link leads to a page over https, or to an address of mail. */
export function isLink(link: string): boolean {
  return /^(https:\/\/|mailto:)[^\s<>"]+$/.test(link) && link.length <= longest && link.isWellFormed();
}
