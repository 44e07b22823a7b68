// Package look is how the papers look that an office reads as workbooks: the dossier,
// the council's ballots and minutes, a province's report. They follow Nghị định
// 30/2020/NĐ-CP: its sizes of letters and its head of a document, with numbers as
// Vietnamese writes them. A verdict never shows by colour alone, for most councils print
// in black and white.
package look
