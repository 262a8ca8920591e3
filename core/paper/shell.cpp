#include "paper/shell.h"

namespace compass::paper {
namespace {

// Fonts are those of shell.css. Classes of charts are those of charts.cpp; other drawings bring their own colours.
constexpr std::string_view style = R"(
body { font: 14px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1c2430; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; border-bottom: 2px solid #1c2430; padding-bottom: .2rem; overflow-wrap: anywhere; }
h3 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; } h4 { font-size: .95rem; margin: .8rem 0 .2rem; }
p, li, dd { overflow-wrap: anywhere; white-space: pre-line; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; } th, td { text-align: left; vertical-align: top;
  padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #d5dae1; overflow-wrap: anywhere; }
th { color: #56606e; font-weight: 600; white-space: nowrap; } .n { white-space: nowrap; } td.r, th.r { text-align: right; padding-right: 0; }
.answers, .axes, .people, .findings, .tasks { table-layout: fixed; } .answers th, .axes th { white-space: normal; width: 30%; }
.answers td:last-child { width: 5em; } .axes td:last-child { width: 45%; } .findings th:first-child { width: 4.5em; }
.people th:first-child { width: 26%; } .people th:nth-child(2) { width: 19%; } .people th:nth-child(3) { width: 15%; }
.people th:nth-child(4) { width: 17%; } .tasks th:nth-child(2) { width: 14%; } .tasks th:nth-child(3) { width: 22%; }
.sheet th { white-space: normal; } .sheet .tasks .n { white-space: normal; }
.overview { font-size: .78rem; } .overview td:first-child { min-width: 14em; } .overview th { white-space: normal; }
dl { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; margin: .5rem 0; } dl div { display: flex; gap: .4rem; }
dt { color: #56606e; white-space: nowrap; } dd { margin: 0; }
ol, ul { margin: .3rem 0; padding-left: 1.3rem; }
.signed { list-style: none; padding: 0; }
.objective { font-weight: 600; } .note { color: #56606e; font-size: .8rem; margin: .2rem 0; }
.stop, .overdue { color: #b03328; font-weight: 600; } .warn { color: #b03328; } .missing { color: #56606e; font-style: italic; }
.index strong { font-size: 2rem; line-height: 1.2; } .index span { color: #56606e; } .index { margin: 0; }
svg { display: block; max-width: 100%; height: auto; } .picture { margin: .6rem 0; break-inside: avoid; }
.picture svg { width: 100%; }
.chart text { font-size: 12px; fill: #1c2430; } .cell { fill: #eef1f5; } .here { fill: #9cc3f0; }
.aim { fill: none; stroke: #b3560b; stroke-width: 3; } .evidenced { fill: #1c2430; } .band { fill: #9cc3f0; }
.weighted { fill: #c9cfd8; } .won { fill: #3f8f5b; } .mark { stroke: #1c2430; stroke-width: 3; } .helps { fill: #3f8f5b; }
.hurts { fill: #c4473a; } .axis { stroke: #56606e; }
.sheet { font-size: 11.5px; line-height: 1.3; } .sheet h1 { font-size: 1.8em; }
.sheet h3 { font-size: 1.15em; border-bottom: 1px solid #1c2430; margin: 0 0 .3rem; } .sheet table { font-size: 1em; }
.sheet td, .sheet th { padding: .1em .4em .1em 0; } .sheet p { margin: .2rem 0; }
.top { display: grid; grid-template-columns: 45% 1fr; gap: 0 1.2rem; align-items: start; margin-bottom: .7rem; } .top h3 { margin-top: .5rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.2rem; } .aside { color: #56606e; }
.worst td:first-child { width: 3.5em; } .who td:last-child { width: 5em; } .sheet .answers th { width: 27%; }
.sheet .answers td:last-child { width: 4.6em; }
.columns { columns: 2; column-gap: 1.6rem; } .block { break-inside: avoid; margin: 0 0 .75em; } .sheet .picture { margin: .3rem 0; }
.sheet h4 { font-size: 1em; margin: .4rem 0 0; } .sheet .index strong { font-size: 2.2em; } .sheet .note { font-size: .9em; }
* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
@page { size: A4; margin: 9mm; }
@media screen and (max-width: 640px) { .columns { columns: 1; } .top, .sides { display: block; } }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; } .sheet { font-size: 7pt; line-height: 1.26; }
  .deal + .deal, .overview ~ .deal, .break { break-before: page; }
  h2, h3, h4 { break-after: avoid; } tr, li, svg { break-inside: avoid; } thead { display: table-header-group; } }
)";

}  // namespace

void begin_page(Html& html, Language language, std::string_view title) {
    html.markup("<!doctype html>\n<html lang=\"").markup(language == Language::zh ? "zh-CN" : "en").markup("\">\n<head>\n");
    html.markup("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.element("title", title).markup("\n<style>").markup(style).markup("</style>\n</head>\n<body>\n");
}

void end_page(Html& html) { html.markup("\n</body>\n</html>\n"); }

}  // namespace compass::paper
