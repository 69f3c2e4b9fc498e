import { organisations } from './departments.ts';
import type { DemonstrationPerson } from './types.ts';

// Taken in order: three for the centre, a lead and an approver for each organisation, and the director.
const names: readonly string[] = `
Morwenna Tregear; Anil Raghunathan; Beth Ollerenshaw
Folasade Akinyemi; Gareth Penhaligon; Sunita Bhogal; Craig Dunwoodie; Hye-jin Rowe
Marcus Adair-Brown; Rhiannon Cadwallader; Tariq Mehmood Shah; Philippa Enderby; Kwabena Osei-Tutu
Niamh Gallogly; Dilip Vaghela; Joanne Heptonstall; Yusuf Abdirahman; Catriona MacAskill
Leroy Pinnock; Aoife Brannigan; Harpreet Sandhar; Simon Wetherby; Chidinma Ezeokoli
Alun Prosser; Farah Qadri; Megan Thistlewood; Babatunde Oyelaran; Ewa Kaczmarczyk
Fraser Auchterlonie; Nasreen Choudhury-Ali; Peter Gaskarth; Mei-Ling Hartnoll; Devon Marchbanks
Siobhan McGlinchey; Rajesh Thakrar; Hannah Winstanley; Ibrahim Turay; Lowri Gittins
Oliver Quartermaine; Thandiwe Mlambo; Graham Postlethwaite; Zainab Hussaini; Iain Colquhoun-Reid
Precious Agyapong; Deborah Silverstone; Vikram Sethuraman; Kirsty Balfour-Gunn; Anthony Da Costa
Eleri Bevan-Roe; Mohammed Rafiq Miah; Ruth Fairclough; Tomasz Wierzbicki; Shanelle Drummond
Huw Llewelyn-Pugh; Parveen Dhaliwal; Jonathan Okell; Amara Nwachukwu; Roisin Heaney
Stuart Braithwaite; Leila Farahani; Bronwen Treharne; Emmanuel Boadu; Caroline Hesketh
Gurdeep Matharu; Fiona Urquhart; Daniel Abenson; Oluwaseun Hartley-Byrne
`
  .trim()
  .split(/; |\n/);

/** Email address of who signs the return of an organisation off. */
export function approverOf(organisation: string): string {
  const approver = people().find((one) => one.role === 'approver' && one.organisation === organisation);
  if (!approver) throw new Error(`Nobody approves for ${organisation}`);
  return approver.email;
}

/** Email address of who keeps what is an organisation's: its own lead, the one above it, or else oversight. */
export function leadOf(organisation: string): string {
  const leads = new Map(
    people().flatMap((one) => (one.role === 'digital_lead' ? [[one.organisation, one.email]] : [])),
  );
  const parent = organisations.find(({ slug }) => slug === organisation)?.parent ?? null;
  return leads.get(organisation) ?? leads.get(parent) ?? 'oversight@headway.example';
}

export function people(): readonly DemonstrationPerson[] {
  const places: readonly Omit<DemonstrationPerson, 'name'>[] = [
    { email: 'admin@headway.example', role: 'admin', organisation: null },
    { email: 'oversight@headway.example', role: 'oversight', organisation: null },
    { email: 'viewer@headway.example', role: 'viewer', organisation: null },
    ...organisations.flatMap(({ slug, abbreviation }): Omit<DemonstrationPerson, 'name'>[] => {
      if (abbreviation === null) return [];
      const at = `${abbreviation.toLowerCase().replaceAll(' ', '')}@headway.example`;
      return [
        { email: `lead.${at}`, role: 'digital_lead', organisation: slug },
        { email: `approver.${at}`, role: 'approver', organisation: slug },
      ];
    }),
    { email: 'director@headway.example', role: 'oversight', organisation: null },
  ];
  return places.map((place, index) => {
    const name = names[index];
    if (name === undefined) throw new Error(`No name is left for ${place.email}`);
    return { ...place, name };
  });
}
