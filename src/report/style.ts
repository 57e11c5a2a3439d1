// The style sheet of the page: screen (light, dark, phone) and A4 paper.
import { colour, declarations } from './theme.js';

export const footerText =
  'De aantallen zijn doorrekeningen met fictieve cliënten, geen norm of taakstelling voor een team of medewerker.';

const screen = `
:root{color-scheme:light dark;${declarations('light')}}
@media (prefers-color-scheme:dark){:root{${declarations('dark')}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:${colour('paper')};color:${colour('ink')};font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
header,main,footer{max-width:74rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
header{padding-top:3.5rem}
.product{margin:0;color:${colour('soft')};font-size:.875rem;letter-spacing:.01em}
.product strong{color:${colour('accent')};font-weight:650}
h1{margin:.4rem 0 .6rem;font-size:clamp(1.7rem,1.2rem + 2.2vw,2.6rem);line-height:1.15;letter-spacing:-.02em;font-weight:650;text-wrap:balance;max-width:22em}
h2{margin:0 0 .8rem;font-size:1.5rem;line-height:1.25;letter-spacing:-.012em;font-weight:650}
h2 .nr{color:${colour('soft')};font-weight:400;margin-right:.6rem}
h3{margin:2.2rem 0 .6rem;font-size:1.0625rem;line-height:1.35;font-weight:650}
p{margin:0 0 .9rem;max-width:44rem}
.meta{color:${colour('soft')};font-size:.9375rem}
.badge{display:inline-block;padding:.1rem .6rem;border:1px solid ${colour('warn')};border-radius:1rem;color:${colour('warn')};font-size:.875rem}
a{color:${colour('accent')};text-underline-offset:.18em}
nav ol{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;margin:1.6rem 0 0;padding:.9rem 0;border-block:1px solid ${colour('line')};font-size:.9375rem}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
section{padding-top:3.6rem}
.lead{font-size:1.1875rem;line-height:1.5;max-width:42rem;margin-bottom:1.6rem;text-wrap:pretty}
.note{color:${colour('soft')};font-size:.875rem;line-height:1.5}
.lines{list-style:none;margin:0;padding:0;border-top:1px solid ${colour('line')}}
.lines>li{display:grid;grid-template-columns:minmax(0,13rem) minmax(0,1fr);gap:.4rem 2.4rem;padding:1.5rem 0;border-bottom:1px solid ${colour('line')}}
.lines p{margin-bottom:.5rem}
.question{margin:2.4rem 0 .8rem;font-size:1.0625rem;font-weight:650}
.figure-number{font-size:2.4rem;line-height:1;font-weight:600;letter-spacing:-.03em;color:${colour('accent')};margin-bottom:.35rem}
.figure-number.quiet{color:${colour('soft')};font-size:1.25rem;line-height:1.3;letter-spacing:-.01em}
.figure-unit{color:${colour('soft')};font-size:.875rem;line-height:1.4;margin:0}
.name{font-weight:650;margin-bottom:.3rem}
.bar{display:block;width:100%;max-width:34rem;height:auto;margin:.3rem 0 .9rem}
dl.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem 1.2rem;margin:.4rem 0 0;font-size:.9375rem;max-width:44rem}
dl.facts dt{color:${colour('soft')}}
dl.facts dd{margin:0}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:2rem 2.4rem;margin:1.2rem 0}
.multiples.wide{grid-template-columns:repeat(auto-fill,minmax(min(100%,30rem),1fr))}
figure{margin:0;min-width:0}
.multiples>figure{display:grid;grid-row:span 3;grid-template-columns:minmax(0,1fr);grid-template-rows:subgrid;row-gap:0}
figcaption{margin-bottom:.5rem;line-height:1.4}
figcaption strong{display:block;font-weight:650}
figcaption span{color:${colour('soft')};font-size:.875rem}
figure svg{display:block;width:100%;height:auto}
svg text{font-family:inherit;font-variant-numeric:tabular-nums}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;list-style:none;margin:.2rem 0 1rem;padding:0;font-size:.875rem;color:${colour('soft')}}
.legend li{display:flex;align-items:center;gap:.5rem}
.legend svg{flex:none;width:28px;height:12px}
.scroll{overflow-x:auto;border-radius:.25rem}
.scroll:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid ${colour('accent')};outline-offset:3px}
.flow svg{width:auto;max-width:100%;min-width:44rem;margin:0 auto}
details{margin:.8rem 0 0;font-size:.9375rem}
summary{cursor:pointer;color:${colour('accent')};width:fit-content}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.45;margin:.6rem 0}
caption{text-align:left;color:${colour('soft')};padding-bottom:.4rem}
.parameters caption{color:${colour('ink')};font-weight:600;padding-top:1rem}
th,td{text-align:left;vertical-align:top;padding:.4rem 1.1rem .4rem 0;border-bottom:1px solid ${colour('line')}}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;color:${colour('soft')};border-bottom-color:${colour('soft')};vertical-align:bottom}
tbody th{font-weight:500}
.num{text-align:right}
td.num{white-space:nowrap}
.parameters{min-width:46rem}
.parameters th:first-child{width:24%}
.parameters td:last-child{width:42%}
.parameters code{overflow-wrap:normal}
.paper{display:none}
.rest details{margin:.3rem 0 0}
.id{color:${colour('soft')};font-weight:400}
.by{display:block;color:${colour('soft')};font-weight:400}
code{font:.875em/1.5 ui-monospace,"Cascadia Mono",Consolas,Menlo,monospace;overflow-wrap:anywhere}
pre{margin:.4rem 0 1rem;padding:.9rem 1.1rem;background:${colour('wash')};border-radius:.375rem;white-space:pre-wrap}
.good{color:${colour('good')}}
.warn{color:${colour('warn')};font-weight:600}
.missing{color:${colour('warn')}}
.checklist{margin:0 0 1.2rem}
.checklist dt{font-weight:600}
.checklist dd{margin:0 0 1rem;max-width:44rem}
.checklist dd p{margin-bottom:.3rem}
.checklist .code{margin-right:.4rem;color:${colour('soft')};font-weight:400}
.plain{margin:.3rem 0 1rem;padding-left:1.2rem;max-width:44rem}
.plain li{margin-bottom:.25rem}
footer{padding-top:2rem;padding-bottom:3rem;margin-top:4rem;color:${colour('soft')};font-size:.875rem}
footer p{border-top:1px solid ${colour('line')};padding-top:1rem;max-width:none}
dl.cover{max-width:none;margin:0 0 1.2rem}
.facts .plain{margin:0}
#voorblad figure svg{max-width:38rem}
@media (max-width:40rem){
dl.cover{grid-template-columns:minmax(0,1fr)}
.lines>li{grid-template-columns:minmax(0,1fr)}
section{padding-top:2.8rem}
header{padding-top:2rem}
}`;

// On paper the numbers under a figure are left out: twenty pages are read and fifty are not, and whoever checks them has the file. Other
// details print open. Colours are always the light ones.
/** `footer` is the program's own text: it stands in the style sheet as it is. */
const paper = (footer: string): string => `
@page{size:A4;margin:13mm 14mm 19mm;@bottom-left{content:"${footer}";font:7.5pt/1.3 system-ui,sans-serif;color:#4a5666;width:150mm;vertical-align:top;padding-top:5mm}@bottom-right{content:counter(page) " / " counter(pages);font:7.5pt/1.3 system-ui,sans-serif;color:#4a5666;vertical-align:top;padding-top:5mm}}
@media print{
:root{color-scheme:light;${declarations('light')}}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
html{font-size:8.6pt}
body{line-height:1.5}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
section{padding-top:5mm}
p,.lead,.plain,dl.facts,.checklist dd,.bar{max-width:none}
#voorblad{break-after:page;padding-top:4mm}
#voorblad table{font-size:7.5pt}
#voorblad figure svg{max-width:125mm}
#voorblad .lead{font-size:10.5pt;margin-bottom:.5rem}
#voorblad .facts{font-size:8.5pt;line-height:1.35}
#voorblad .facts .note{font-size:7.5pt}
h1{font-size:22pt}
h2{font-size:14pt}
h2,h3,.checklist dt,.question,.lead,figcaption,caption{break-after:avoid}
p,.lead{orphans:3;widows:3}
.lead{break-inside:avoid;margin-bottom:1rem}
.question{margin:1.3rem 0 .5rem}
.lines p{margin-bottom:.3rem}
.bar{margin:.1rem 0 .4rem}
.lead{font-size:11.5pt}
nav{display:none}
.lines>li,figure,tr{break-inside:avoid}
.lines>li{grid-template-columns:42mm minmax(0,1fr);padding:2.5mm 0}
.figure-number{font-size:20pt}
.figure-number.quiet{font-size:12pt}
.multiples,.multiples.wide{grid-template-columns:1fr 1fr;gap:6mm 8mm}
.multiples details{font-size:7.5pt}
.scroll{overflow:visible}
.flow svg{min-width:0;max-height:205mm}
table{font-size:7.2pt;line-height:1.3;margin:.3rem 0}
.paper{display:block}
figure details{display:none}
.checklist{columns:2;column-gap:8mm;font-size:7.5pt;line-height:1.35}
.checklist dd{margin-bottom:1.5mm}
.checklist dd p,.checklist .plain{margin-bottom:.5mm}
.checklist dt{break-after:avoid}
.checklist table{font-size:6.5pt}
#verantwoording table{font-size:6.3pt;line-height:1.2}
.rest{columns:2;column-gap:7mm;font-size:6.5pt}
.rest details{margin:0}
.rest summary,.rest .id,.rest td:last-child,.rest th:last-child{display:none}
.rest table{font-size:6.5pt;line-height:1.25;margin:0 0 2mm}
.rest .by{display:inline}
.rest caption{padding-top:1mm;padding-bottom:.5mm}
.rest th,.rest td{padding:.4mm 1.2mm .4mm 0}
.rest table{table-layout:fixed}
.rest th:first-child{width:54%}
.rest th:nth-child(2){width:13%}
.rest th:nth-child(3){width:19%}
.rest th:nth-child(4){width:14%}
.multiples table{font-size:6.5pt;line-height:1.3}
th,td{padding:.6mm 2mm .6mm 0}
#stroomschema table,#hoe-zeker table{font-size:6.3pt;line-height:1.2}
#stroomschema th,#stroomschema td{padding:.25mm 2mm .25mm 0}
.parameters{min-width:0}
thead{display:table-header-group}
summary{list-style:none;color:${colour('soft')};font-size:8pt}
summary::-webkit-details-marker{display:none}
details::details-content{content-visibility:visible;height:auto}
a{color:inherit;text-decoration:none}
footer{display:none}
}`;

/** The style sheet of a report with another footer, and rules of its own behind it. */
export const styleWith = (footer: string, extra = ''): string => `${screen}${paper(footer)}${extra}\n`;

export const style = styleWith(footerText);
