package dossier

import (
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Where traits of the commune are unknown, several columns of the table may hold.
// What they ask otherwise has a row for each of them, and the outcome is theirs
// where they agree.

// ways lays down a judgement by each column that may hold.
func (t *table) ways(about Pen, j *assess.Judgement, note string, ways []*assess.Judgement) part {
	row := len(t.Rows) + 1
	out := part{cell: draw.Ref(colSelf, row), met: assess.Met.Word(), notMet: assess.NotMet.Word()}
	result := draw.Blank(look.Body.Centred())
	if len(j.Parts) == 0 {
		result = t.d.reported(ways[0], look.Body.Centred())
	}
	t.line(about, 0, draw.Text("Chưa rõ cột áp dụng", look.Body.Centred().InItalic()), result, j.Outcome.Word(),
		t.d.proof(j), vi.Capital(note))
	parts, live := make([]part, len(ways)), true
	for i, way := range ways {
		parts[i] = t.judgement("", "", "– Theo mức của "+way.Threshold.Basis.ColumnTitle, way, "", 1)
		way.Leaves(func(leaf *assess.Judgement) { live = live && isLive(leaf) })
	}
	switch {
	case live:
		t.Compute(colSelf, row, agreeFormula(parts))
		out.firm = allFirm(parts)
	case j.Outcome == assess.NotMet && !j.Unchecked:
		out.firm = out.failed()
	}
	return out
}

// agreeFormula is the outcome of the parts where they agree.
func agreeFormula(parts []part) string {
	alike := make([]string, len(parts)-1)
	for i, p := range parts[1:] {
		alike[i] = p.cell + "=" + parts[0].cell
	}
	return fmt.Sprintf("IF(AND(%s),%s,%s)", strings.Join(alike, ","), parts[0].cell, outcomeWord(assess.Undetermined))
}

// allFirm is the condition that all of the parts fail by checked thresholds, "" when
// one of them cannot.
func allFirm(parts []part) string {
	firm := make([]string, len(parts))
	for i, p := range parts {
		if firm[i] = p.firm; p.firm == "" {
			return ""
		}
	}
	return "AND(" + strings.Join(firm, ",") + ")"
}

// ColumnOf says by which column a level is judged.
func ColumnOf(l *assess.Level) string {
	switch {
	case len(l.Columns) > 0:
		titles := []string{}
		if l.Column != "" {
			titles = append(titles, l.ColumnTitle)
		}
		for _, c := range l.Columns {
			titles = append(titles, c.Title)
		}
		return "chưa rõ (" + strings.Join(titles, " hay ") + ")"
	case l.ColumnNote != "":
		return l.ColumnNote
	}
	return l.ColumnTitle
}
