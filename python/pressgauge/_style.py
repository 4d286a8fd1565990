"""The style sheet of a reading as HTML, all of it under one class."""

from __future__ import annotations

# Okabe & Ito (2008), Color Universal Design: told apart with any colour vision; darker on white, lighter on black.
_LIGHT = """--paper: #fff; --ink: #1a1a1a; --faint: #595959; --rule: #c8c8c8; --good: #d5ecdf; --bad: #f7d9cf;
  --c0: #0072b2; --c1: #b34700; --c2: #00795a; --c3: #a3447a; --c4: #7a6200; --c5: #333; color-scheme: light;"""
_DARK = """--paper: #16181b; --ink: #ececec; --faint: #a8a8a8; --rule: #4a4d52; --good: #17412d; --bad: #57261a;
  --c0: #56b4e9; --c1: #f08c3c; --c2: #2fc79b; --c3: #e59ac5; --c4: #e6d04a; --c5: #ddd; color-scheme: dark;"""
_PRINT = """--paper: #fff; --ink: #000; --faint: #444; --rule: #999; --good: #d5ecdf; --bad: #f7d9cf;
  --c0: #0072b2; --c1: #b34700; --c2: #00795a; --c3: #a3447a; --c4: #7a6200; --c5: #333; color-scheme: light;"""

# What the page around says wins over the system: JupyterLab, Visual Studio Code, Sphinx's pydata theme, Colab.
_LIGHT_PAGE = (
    '[data-jp-theme-light="true"] .pressgauge, [data-theme="light"] .pressgauge, .vscode-light .pressgauge'
)
_DARK_PAGE = (
    '[data-jp-theme-light="false"] .pressgauge, [data-theme="dark"] .pressgauge, .vscode-dark .pressgauge'
)

_RULES = """
.pressgauge { background: var(--paper); color: var(--ink); max-width: 62rem; padding: 1rem;
  font: 1rem/1.65 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
.pressgauge .text { white-space: pre-wrap; border-block: 1px solid var(--rule); padding: .75rem 0; }
.pressgauge .figure { text-decoration: underline solid 2px var(--c); text-underline-offset: 3px; font-weight: 600; }
.pressgauge .colour0 { --c: var(--c0); } .pressgauge .colour1 { --c: var(--c1); }
.pressgauge .colour2 { --c: var(--c2); } .pressgauge .colour3 { --c: var(--c3); }
.pressgauge .colour4 { --c: var(--c4); } .pressgauge .colour5 { --c: var(--c5); }
.pressgauge .line1 { text-decoration-style: double; } .pressgauge .line2 { text-decoration-style: dashed; }
.pressgauge .line3 { text-decoration-style: wavy; }
.pressgauge .positive { background: var(--good); } .pressgauge .negative { background: var(--bad); }
.pressgauge .positive, .pressgauge .negative { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.pressgauge .slight { background: none; }
@supports (color: color-mix(in srgb, red, blue)) {
  .pressgauge .positive.slight { background: color-mix(in srgb, var(--good) 40%, transparent); }
  .pressgauge .negative.slight { background: color-mix(in srgb, var(--bad) 40%, transparent); } }
.pressgauge [data-sign]::after { content: attr(data-sign); font: 600 .68em/1 sans-serif; vertical-align: super;
  color: var(--faint); margin-left: .1em; display: inline-block; }
.pressgauge .excluded { color: var(--faint); font-style: italic; }
.pressgauge .text [title]:focus { outline: 2px solid var(--c, var(--faint)); outline-offset: 2px; }
.pressgauge .text [title]:focus::after { content: " [" attr(title) "]"; font-size: .75em; vertical-align: baseline;
  display: inline; white-space: pre-line; }
.pressgauge .scroll:focus-visible, .pressgauge summary:focus-visible { outline: 2px solid var(--c0); }
.pressgauge h1, .pressgauge h2 { font: 600 1.15rem/1.3 system-ui, sans-serif; margin: 1.4rem 0 .4rem; }
.pressgauge h1 { font-size: 1.5rem; margin-top: 0; }
.pressgauge .about, .pressgauge .legend { font: .82rem/1.6 system-ui, sans-serif; color: var(--faint); }
.pressgauge .legend span { color: var(--ink); }
.pressgauge .scroll { overflow-x: auto; }
.pressgauge summary { font: 600 1rem/1.3 system-ui, sans-serif; margin: 1.4rem 0 .4rem; cursor: pointer; }
.pressgauge table { border-collapse: collapse; font: .82rem/1.4 system-ui, sans-serif; color: var(--ink); }
.pressgauge th, .pressgauge td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0;
  border: 0; border-bottom: 1px solid var(--rule); background: var(--paper); color: var(--ink); }
.pressgauge .number { text-align: right; font-variant-numeric: tabular-nums; }
.pressgauge .apart td { font-weight: 700; background: var(--bad); }
@media print { .pressgauge { max-width: none; padding: 0; } .pressgauge .scroll { overflow: visible; }
  .pressgauge tr { break-inside: avoid; } .pressgauge h2 { break-after: avoid; } }
"""

STYLE = f"""
.pressgauge {{ {_LIGHT} }}
@media (prefers-color-scheme: dark) {{ .pressgauge {{ {_DARK} }} }}
{_LIGHT_PAGE} {{ {_LIGHT} }}
{_DARK_PAGE} {{ {_DARK} }}
@media print {{ .pressgauge, {_LIGHT_PAGE}, {_DARK_PAGE} {{ {_PRINT} }} }}
{_RULES}"""
