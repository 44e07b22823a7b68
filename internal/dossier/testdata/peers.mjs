// Times exceljs at writing a workbook that ntm wrote; beside peers.py, from whose
// copy it reads the workbook: exceljs stumbles over the charts of the first, and over
// document properties whose namespace has no prefix.
//
//   python3 peers.py FILE.xlsx N OUT.xlsx; npm install exceljs; node peers.mjs OUT.xlsx N
//
// The workbook is read once, untimed. From what was read it is written N times,
// into memory, with all cells and formats set anew; a first round does not count.
// The last one is read back, and must have the same cells.
// Written: sheets, cells (words, numbers, formulas with their results, links), formats,
// merges, column widths, row heights, views, page set-up, header and footer.
// Not written: charts, conditional formats, data validations, protection, defined names.

import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
const ExcelJS = createRequire(process.cwd() + "/")("exceljs");

async function read(source) {
  const book = new ExcelJS.Workbook();
  await (typeof source === "string" ? book.xlsx.readFile(source) : book.xlsx.load(source));
  return book.worksheets.map((ws) => {
    const cells = [];
    ws.eachRow({ includeEmpty: true }, (row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        const under = cell.isMerged && cell.master !== cell;
        cells.push({ at: cell.address, value: under ? null : cell.value, style: JSON.stringify(cell.style) });
      }));
    return {
      name: ws.name, cells, merges: ws.model.merges, widths: (ws.columns ?? []).map((c) => c.width),
      heights: ws._rows.map((row) => row?.height), views: ws.views, page: ws.pageSetup, running: ws.headerFooter, state: ws.state,
    };
  });
}

async function write(sheets) {
  const book = new ExcelJS.Workbook();
  for (const s of sheets) {
    const ws = book.addWorksheet(s.name, { views: s.views, pageSetup: s.page, headerFooter: s.running, state: s.state });
    s.widths.forEach((width, i) => { if (width) ws.getColumn(i + 1).width = width; });
    s.heights.forEach((height, i) => { if (height) ws.getRow(i + 1).height = height; });
    const styles = new Map();
    for (const { at, value, style } of s.cells) {
      const cell = ws.getCell(at);
      if (value !== null) cell.value = value;
      if (!styles.has(style)) styles.set(style, JSON.parse(style));
      cell.style = styles.get(style);
    }
    for (const area of s.merges) ws.mergeCellsWithoutStyle(area);
  }
  return book.xlsx.writeBuffer();
}

const said = (sheets) => JSON.stringify(sheets.map((s) => s.cells.map((c) => [c.at, c.value])));
const [file, n = 9] = process.argv.slice(2);
const sheets = await read(file);
const took = [];
let out;
for (let i = 0; i <= n; i++) {
  const start = performance.now();
  out = await write(sheets);
  took.push(performance.now() - start);
}
if (said(await read(out)) !== said(sheets)) throw new Error("what it wrote reads otherwise");
const median = took.slice(1).sort((a, b) => a - b)[Math.floor(n / 2)];
console.log(`exceljs ${ExcelJS.version ?? ""}: ${median.toFixed(1)} ms (median of ${n}), ${out.byteLength} bytes; ` +
  `${sheets.reduce((sum, s) => sum + s.cells.length, 0)} cells`);
