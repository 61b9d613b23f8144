/** Three reports on one made-up story and one on another, as a reader might meet them. */
export const reports = [
  {
    id: 'ferry-1',
    title: 'Ferry Lunara sinks off Brask, 14 dead',
    url: 'https://herald.example/ferry-sinks',
    publishedAt: '2025-03-04',
    text: 'BRASK — The ferry Lunara sank in a storm off the port of Brask on Tuesday, and at least 14 people died, the coastguard said.\n\nThe ship carried 212 passengers, according to its owner, Norrline. Rescuers pulled 150 people from the water.',
    ignored: true,
  },
  {
    id: 'steel-1',
    title: 'Steelmaker Varga to shut its Dolny mill',
    url: 'https://herald.example/varga',
    publishedAt: '2025-03-05',
    text: 'Varga Steel said on Wednesday it would close its mill in Dolny and cut 1,900 jobs. The union IMV said as many as 3,000 people could lose their work.',
  },
  {
    id: 'ferry-2',
    title: 'Toll of Lunara ferry disaster rises to 23',
    url: 'https://gazette.example/lunara',
    publishedAt: '2025-03-06',
    text: 'The number of dead in the sinking of the ferry Lunara rose to 23 on Thursday, the coastguard in Brask said.\n\nDivers are still looking for 30 passengers. The owner, Norrline, said the ship had carried 212 passengers, not more than it was allowed to.',
  },
];
