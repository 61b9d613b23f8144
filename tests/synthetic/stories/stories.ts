/**
 * Small stories of our own, in fields that differ, each with a report that looks as if it belonged to them: what cross-referencing
 * must tell apart. People, places, firms and numbers are invented.
 */
export interface StoryReport {
  id: string;
  title: string;
  publishedAt: string;
  text: string;
}

export interface OwnStory {
  name: string;
  /** In the order in which a reader meets them. */
  reports: StoryReport[];
  /** The one that tells another story, with actors and words in common. */
  stranger: string;
  /** "later: words relation earlier: words", for numbers worth a comparison. */
  links: string[];
  /** Of these, what is not found yet. */
  missed?: string[];
  /** "later earlier": pairs with the stranger that are still taken for the same story. */
  confused?: string[];
}

const strike: OwnStory = {
  name: 'a strike on the railways',
  stranger: 'strike-metro',
  reports: [
    {
      id: 'strike-1',
      title: 'Train drivers in Velland walk out over shifts',
      publishedAt: '2025-03-03',
      text: `Train drivers across Velland walked out on Monday in a dispute over night shifts, and the operator Vellrail said 1,400 services had been cancelled.

The drivers' union, the VLU, said 9,200 of its members had joined the strike. "Nobody sleeps on these rosters," its leader, Maren Holt, told reporters outside Karsund station.

Vellrail put the number of striking drivers at 6,100 and offered a pay rise of 4%. The union asks for 7%.

The transport ministry estimates that the walkout costs the economy 30 million crowns a day.`,
    },
    {
      id: 'strike-metro',
      title: 'Karsund metro closes two lines for repairs',
      publishedAt: '2025-03-05',
      text: `The Karsund metro will close two lines for nine weeks from April while tunnels are repaired, the city said on Wednesday.

About 85,000 passengers a day will have to take buses. The drivers' union VLU welcomed the work, which its leader Maren Holt called overdue.

The repairs cost 210 million crowns, of which the transport ministry pays 60 million. The city has hired 140 bus drivers for the time.`,
    },
    {
      id: 'strike-2',
      title: 'Velland rail strike goes into its third day',
      publishedAt: '2025-03-05',
      text: `A strike by train drivers in Velland entered its third day on Wednesday with 1,900 services cancelled, more than on any day so far, the operator Vellrail said.

Some 9,800 drivers took part, according to the VLU union. Vellrail counted 6,300.

Talks broke off on Tuesday night after the company raised its offer to 5%. Maren Holt, who leads the union, said its demand of 7% stood.`,
    },
    {
      id: 'strike-3',
      title: 'Vellrail and drivers agree, trains to run from Friday',
      publishedAt: '2025-03-06',
      text: `Vellrail and the drivers' union VLU agreed on a pay rise of 6% on Thursday and ended a four-day strike that led to the cancellation of more than 6,000 services.

At its height 9,800 drivers had stopped work, the union said. The transport ministry estimated the cost to the economy at 110 million crowns.`,
    },
  ],
  links: [
    'strike-2: 1,900 services higher strike-1: 1,400 services',
    'strike-2: Some 9,800 drivers higher strike-1: 9,200 of its members',
    'strike-3: 9,800 drivers same strike-2: Some 9,800 drivers',
  ],
  missed: [
    'strike-2: 1,900 services higher strike-1: 1,400 services',
    'strike-2: Some 9,800 drivers higher strike-1: 9,200 of its members',
  ],
};

const results: OwnStory = {
  name: 'the results of a company',
  stranger: 'results-rival',
  reports: [
    {
      id: 'results-1',
      title: 'Orlanda Foods expects lower profit this year',
      publishedAt: '2025-07-10',
      text: `Orlanda Foods warned on Thursday that its profit would fall to about 310 million euros this year as cocoa stayed expensive.

The maker of Brenta biscuits had expected 360 million euros. Its shares fell 9% in Milan.

Chief executive Livia Sartori said the company would close its plant in Cremola and cut 450 jobs.`,
    },
    {
      id: 'results-rival',
      title: 'Cocoa prices weigh on Dolcetti as well',
      publishedAt: '2025-07-22',
      text: `Dolcetti, the rival of Orlanda Foods, said on Tuesday that cocoa prices had cut its profit to 95 million euros in the first half.

Its shares fell 4% in Milan. The company will not close plants, chief executive Pietro Galli said, and plans to hire 60 people.`,
    },
    {
      id: 'results-2',
      title: 'Orlanda Foods profit falls, more jobs to go',
      publishedAt: '2025-07-31',
      text: `Orlanda Foods reported a profit of 142 million euros for the first half on Thursday, down from 190 million a year earlier, and said 620 jobs would go, including those in Cremola.

Revenue rose 2% to 2.4 billion euros because the maker of Brenta biscuits raised its prices.

Livia Sartori, its chief executive, confirmed that she expected about 310 million euros in profit for the year.`,
    },
    {
      id: 'results-3',
      title: 'Unions and Orlanda Foods settle on job cuts',
      publishedAt: '2025-09-12',
      text: `Orlanda Foods and the unions agreed on Friday that 480 jobs would be cut instead of 620 when the plant in Cremola closes.

Chief executive Livia Sartori said the company would pay 38 million euros to those who leave.`,
    },
  ],
  links: [
    'results-2: 620 jobs higher results-1: 450 jobs',
    'results-2: about 310 million euros same results-1: about 310 million euros',
    'results-3: 480 jobs lower results-2: 620 jobs',
    'results-3: 620 same results-2: 620 jobs',
  ],
  missed: ['results-3: 480 jobs lower results-2: 620 jobs'],
  // A rival's results, for the same reason in the same weeks.
  confused: ['results-rival results-1', 'results-2 results-rival'],
};

const flood: OwnStory = {
  name: 'a flood',
  stranger: 'flood-before',
  reports: [
    {
      id: 'flood-before',
      title: 'Flood on the Tavra kills nine in Lower Varn',
      publishedAt: '2023-05-20',
      text: `A flood on the river Tavra killed nine people in Lower Varn on Saturday, the governor of the province, Ilir Desh, said.

About 2,000 people left their homes, and 340 houses stood under water. Soldiers brought sandbags to the town of Koss.`,
    },
    {
      id: 'flood-1',
      title: 'Dam bursts above Koss, dozens missing',
      publishedAt: '2025-04-12',
      text: `A dam burst above the town of Koss after days of rain on Saturday, and the wave killed at least 14 people, the governor of Lower Varn, Ilir Desh, said.

Another 60 people are missing. Some 4,500 people were evacuated from the banks of the Tavra.

The Red Cross counted 280 houses destroyed.`,
    },
    {
      id: 'flood-2',
      title: 'Death toll in Koss rises to 31',
      publishedAt: '2025-04-14',
      text: `The number of dead after the burst of a dam above Koss rose to 31 on Monday, governor Ilir Desh said, while 42 people were still missing.

Of the dead, 19 were found in the old town. Some 6,000 people have been evacuated in Lower Varn, and 410 houses were destroyed, according to the Red Cross.

The government promised 25 million lek to those who lost their homes.`,
    },
    {
      id: 'flood-3',
      title: 'Prosecutors look into dam above Koss',
      publishedAt: '2025-04-21',
      text: `Prosecutors opened an inquiry on Monday into the dam above Koss, whose burst killed 38 people in Lower Varn nine days ago.

Five people are still missing, governor Ilir Desh said. The company that runs the dam denied that it had opened the gates too late.

The government raised its help for those who lost their homes to 40 million lek.`,
    },
  ],
  links: [
    'flood-2: 31 higher flood-1: at least 14 people',
    'flood-2: 42 people lower flood-1: 60 people',
    'flood-2: Some 6,000 people higher flood-1: Some 4,500 people',
    'flood-2: 410 houses higher flood-1: 280 houses',
    'flood-3: 38 people higher flood-2: 31',
    'flood-3: Five people lower flood-2: 42 people',
  ],
};

const election: OwnStory = {
  name: 'an election',
  stranger: 'election-town',
  reports: [
    {
      id: 'election-1',
      title: 'Polls open in Marenia after a bitter campaign',
      publishedAt: '2025-10-05',
      text: `Voting began in Marenia on Sunday in an election for parliament in which 5.1 million people may vote.

The last polls gave the Green Alliance of prime minister Tora Lund 34% and the National List of Osk Varga 31%.

By noon turnout stood at 38%, the electoral commission said. Some 1,200 observers watch the vote.`,
    },
    {
      id: 'election-town',
      title: 'Varga opens bridge in Osterby',
      publishedAt: '2025-10-02',
      text: `Osk Varga, the leader of the National List in Marenia, opened a bridge in Osterby on Thursday that cost 48 million krona.

About 600 people came. The bridge is 310 metres long and shortens the way to the capital by half an hour.`,
    },
    {
      id: 'election-2',
      title: 'Green Alliance ahead in Marenia as votes are counted',
      publishedAt: '2025-10-06',
      text: `The Green Alliance of prime minister Tora Lund won 36% of the vote in Marenia's election for parliament, the electoral commission said on Monday, with the National List of Osk Varga at 33%.

Turnout was 71%. The alliance won 88 seats, the National List 79.

Varga spoke of fraud. The 1,200 observers saw none, their head said.`,
    },
    {
      id: 'election-3',
      title: 'Final count gives Lund one seat more',
      publishedAt: '2025-10-10',
      text: `The final count of the election in Marenia gave the Green Alliance 89 seats in parliament, one more than on Monday, the electoral commission said on Friday. The National List of Osk Varga keeps 79.

Prime minister Tora Lund will begin talks with two smaller parties. Turnout was 71%, as announced.`,
    },
  ],
  links: [
    'election-2: 71% higher election-1: 38%',
    'election-2: 1,200 observers same election-1: Some 1,200 observers',
    'election-3: 89 seats higher election-2: 88 seats',
    'election-3: 71% same election-2: 71%',
  ],
  missed: ['election-2: 71% higher election-1: 38%', 'election-3: 89 seats higher election-2: 88 seats'],
};

export const ownStories: readonly OwnStory[] = [strike, results, flood, election];
