// Package draw paints Word papers as Nghị định 30/2020/NĐ-CP sets them: A4, Times New
// Roman, margins of 20 mm and at the left of 30, the page's number centred at the top from
// the second page on. The same content gives the same bytes.
//
// It paints paragraphs and tables and knows nothing of what they say; the words may hold
// the fields of a template (docx.Template).
package draw
