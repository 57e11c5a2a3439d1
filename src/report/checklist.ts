// What a simulation study must report (STRESS-DES, under the stages of ISPOR-SMDM, with the STARS points), filled in by the run.
import type { Summary } from '../analysis/summary.js';
import { type Content, markup } from './html.js';
import type { ReportInput } from './input.js';
import { kindLabels } from './labels.js';
import { seriesSentence, trendWords } from './trend-words.js';
import { listing, longMonth, number, period, persons, plural } from './words.js';

export interface ChecklistItem {
  /** Number in STRESS-DES, or `STARS`. */
  code: string;
  title: string;
  /** Null: only the author can say it, and did not. */
  answer: Content;
}

export interface Stage {
  title: string;
  items: readonly ChecklistItem[];
}

const link = (id: string, text: string): Content => markup`<a href="#${id}">${text}</a>`;
const paragraph = (...content: readonly Content[]): Content => markup`<p>${content}</p>`;
const points = (items: readonly Content[]): Content =>
  markup`<ul class="plain">
    ${items.map((item) => markup`<li>${item}</li>`)}
  </ul>`;

function structure({ author, process, scenarios }: ReportInput): ChecklistItem[] {
  const stations = process.stations.map(({ label, kind, owner, pools }) => {
    const staff = pools.length === 0 ? '' : `; gebruikt ${listing(pools)}`;
    return `${label}${owner === null ? '' : ` (${owner})`}: ${kindLabels[kind] ?? kind}${staff}`;
  });
  return [
    { code: '1.1', title: 'Waarvoor dit model bestaat', answer: author.purpose },
    { code: '2.1', title: 'Het geheel in één beeld', answer: markup`Zie ${link('stroomschema', 'het stroomschema')}.` },
    {
      code: '2.2',
      title: 'De logica',
      answer: [
        paragraph(
          'Elke cliënt is één aanvraag van één huishouden. Zij volgt een route langs de stappen van het werkproces. Tegelijk loopt vanaf de melding haar tijd in de bijstand, en die kan elke dag eindigen: door werk, opleiding, verhuizing, een relatie, ander inkomen, handhaving, overlijden of AOW. Het eerste dat toeslaat beëindigt de uitkering en haalt haar uit elke rij en elk traject.',
        ),
        paragraph(
          'De kans op zo’n einde per maand hangt af van hoe lang zij in de bijstand is, van haar afstand tot de arbeidsmarkt, van de conjunctuur en van de trajecten die zij volgt of volgde. Een traject brengt nooit zelf iemand aan het werk: het vergroot of verkleint die kans, tijdens het traject en een tijd erna. Wie vertrok, kan terugkomen (herinstroom).',
        ),
      ],
    },
    {
      code: '2.3',
      title: 'Hoe scenario’s afwijken',
      answer: markup`Een scenario verandert alleen benoemde getallen vanaf een datum; de logica is steeds dezelfde. De
      veranderingen staan als zinnen onder ${link('aannames', 'Aannames')}
      (${plural(scenarios.length, 'scenario', 'scenario’s')}).`,
    },
    {
      code: '2.4',
      title: 'Bijzondere rekenregels',
      answer: points([
        'Een keuze op volgorde van kansrijkheid vergelijkt een score met ruis met een vaste drempel; een groter aandeel is een lagere drempel.',
        'Aanvragen komen binnen via de omgekeerde cumulatieve intensiteit: bij meer instroom komt dezelfde cliënt eerder.',
        'Het einde van een uitkering valt waar de opgetelde kans per dag een loting van de cliënt overschrijdt; alleen een verandering van kans plant dat opnieuw.',
      ]),
    },
    {
      code: '2.5',
      title: 'Onderdelen',
      answer: [
        paragraph(
          `Kenmerken van een cliënt: ${process.attributes.length === 0 ? 'geen' : listing(process.attributes)}.`,
        ),
        paragraph('Stappen, met hun soort en hun capaciteit:'),
        points(stations),
        paragraph('Capaciteit:'),
        points(process.pools.map(({ label, description }) => `${label}: ${description}`)),
        paragraph(
          `Rijen: eerst op voorrang, dan op volgorde van aankomst; wie uitstroomt verlaat de rij. Cliënten komen binnen via ${listing(process.sources)}; zij verlaten het model bij uitstroom of zonder toekenning.`,
        ),
      ],
    },
  ];
}

function parameters({ author, parameters: all, run, trendLabel, summary }: ReportInput): ChecklistItem[] {
  const uncovered = seriesSentence(summary);
  const statuses = [...new Set(all.map(({ status }) => status))];
  const counts = statuses.map((status) => `${number(all.filter((p) => p.status === status).length)} ${status}`);
  return [
    { code: '3.1', title: 'Bronnen van de gegevens', answer: author.dataSources },
    { code: '3.2', title: 'Bewerking van de gegevens', answer: author.cleaning },
    {
      code: '3.3',
      title: 'Alle invoer',
      answer: [
        paragraph(
          `${plural(all.length, 'getal', 'getallen')}: ${listing(counts)}. Zie `,
          link('aannames', 'Aannames'),
          `. De landelijke trend is: ${trendLabel}.${uncovered === null ? '' : ` ${uncovered}`} Trekkingen van verschillende getallen zijn onafhankelijk van elkaar.`,
        ),
        paragraph('Gelezen bestanden, met de vingerafdruk (SHA-256) van hun inhoud:'),
        points(run.inputs.map(({ path, sha256 }) => markup`<code>${path}</code> <code>${sha256.slice(0, 12)}</code>`)),
      ],
    },
    { code: '3.4', title: 'Aannames waar gegevens ontbraken', answer: author.missingData },
  ];
}

function implementation({ summary, run }: ReportInput): ChecklistItem[] {
  const draws = number(summary.doorrekeningen);
  return [
    {
      code: '4.1',
      title: 'Begin van de berekening',
      answer: `De berekening eindigt op een vaste datum. Zij begint op ${run.startDate}${run.initial === null ? ' zonder cliënten' : ''}; geteld wordt vanaf ${run.measureFrom}.${run.initial === null ? '' : ` ${run.initial}`}`,
    },
    {
      code: '4.2',
      title: 'Duur en tijdseenheid',
      answer: `Van ${run.startDate} tot ${run.endDate}, in dagen (met delen van dagen).`,
    },
    {
      code: '4.3',
      title: 'Aantal doorrekeningen',
      answer: `Elk scenario is ${draws} keer doorgerekend. ${summary.onzekerheidMeegerekend ? 'Elke doorrekening heeft eigen waarden voor de onzekere getallen, gelijk in alle scenario’s.' : 'De onzekere getallen stonden vast: alleen toeval is meegerekend.'} De marge laat zien of dit aantal genoeg is.`,
    },
    {
      code: '5.1',
      title: 'Programma',
      answer: `doorstroom ${run.version}; ${listing(run.software.map(({ name, version }) => `${name} ${version}`))}. Het besturingssysteem staat in verloop.json.`,
    },
    {
      code: '5.2',
      title: 'Toeval',
      answer: `Startgetal ${summary.startgetal}. Aankomsten: alea, één reeks per bron en doorrekening. Cliënten: Threefry-2x32 met 20 ronden, op cliënt, stap, doel en bezoek. Daardoor heeft dezelfde cliënt in elk scenario hetzelfde geluk.`,
    },
    {
      code: '5.3',
      title: 'Volgorde van gebeurtenissen',
      answer:
        'Op tijd, dan op soort (capaciteit, einde, begin, aankomst, waarneming), dan op volgorde van plannen; nooit door loting. Doorrekeningen zijn onafhankelijk en lopen naast elkaar; de uitkomst hangt niet af van het aantal rekenkernen.',
    },
    {
      code: '5.4',
      title: 'Rekentijd en computer',
      answer: 'Staan in verloop.json, zodat dit bestand bij elke herhaling hetzelfde is.',
    },
  ];
}

/** How the line is made that volumes are laid beside. */
function lineOf(summary: Summary): string {
  const { begin, personenMinder } = summary.ambitie;
  const index = summary.vlakkeTrend === undefined ? 'de landelijke index' : `de index van ${trendWords(summary).name}`;
  const trend = `volume in ${longMonth(begin)} maal ${index}`;
  if (personenMinder === null) return `Trendlijn: ${trend}. Er is geen ambitie opgegeven.`;
  return `Ambitielijn: ${trend}, min ${number(personenMinder)} personen naar rato van de verstreken tijd. Resterende opgave: volume min die lijn.`;
}

function analysis({ summary, scenarios }: ReportInput): ChecklistItem[] {
  const { eind } = summary.ambitie;
  return [
    {
      code: '1.2',
      title: 'Gemeten uitkomsten',
      answer: points([
        `Volume: toegekende uitkeringen op de eerste dag van de maand, geteld vanaf de melding; personen zijn uitkeringen plus partners.`,
        `Verschil: volume van een scenario min dat van ongewijzigd beleid op 1 ${longMonth(eind)}, per doorrekening; de marge is de helft van het 95 %-interval volgens Student.`,
        lineOf(summary),
        `Stromen: aantal overgangen van ${period(summary.stroomvenster)}.`,
        `Een verschil onder ${persons(summary.drempelPersonen)} heet verwaarloosbaar. Wijzen minder dan 90 van de 100 doorrekeningen dezelfde kant op, dan is de richting onzeker.`,
      ]),
    },
    {
      code: '1.3',
      title: 'Wat is geprobeerd',
      answer: points(
        scenarios.map(({ name, explanation }) => `${name}${explanation === '' ? '' : `: ${explanation}`}`),
      ),
    },
  ];
}

function reporting({ author, run }: ReportInput): ChecklistItem[] {
  return [
    { code: '6.1', title: 'Waar model, gegevens en programma te krijgen zijn', answer: author.availability },
    {
      code: 'STARS',
      title: 'Open en herhaalbaar',
      answer: points([
        'Licentie: EUPL-1.2.',
        `Versie: doorstroom ${run.version}.`,
        'Code van scenario’s, tabellen en figuren: alles wat dit bestand maakt zit in het programma en in de genoemde invoerbestanden.',
        'De getallen in dit bestand zijn de getallen waarmee is gerekend.',
        'Toeval is beheerst: zelfde invoer en zelfde startgetal geven hetzelfde bestand.',
      ]),
    },
  ];
}

/** The whole checklist, in the stages in which the ISPOR-SMDM task force describes a model. */
export function checklist(input: ReportInput): Stage[] {
  return [
    { title: 'Structuur van het model', items: structure(input) },
    { title: 'Schatten van de getallen', items: parameters(input) },
    { title: 'Uitvoering', items: implementation(input) },
    { title: 'Analyse', items: analysis(input) },
    { title: 'Verslag', items: reporting(input) },
  ];
}
