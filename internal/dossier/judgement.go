package dossier

import (
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// count is a formula for how many numbered rows came out so. The parts of a
// requirement have no number.
func (t *table) count(first, last int, o assess.Outcome) string {
	return fmt.Sprintf(`COUNTIFS(%s,"<>",%s,%s)`, draw.Cells(colNo, first, colNo, last),
		draw.Cells(colSelf, first, colSelf, last), outcomeWord(o))
}

// judgement lays down a judgement and under it the parts that it has.
func (t *table) judgement(path, no, name string, j *assess.Judgement, note string, depth int) part {
	if depth == 0 {
		t.said = ""
	}
	about := Pen{Path: path, No: no, Name: name}
	if ways := j.Ways(); ways != nil {
		return t.ways(about, j, note, ways)
	}
	row := len(t.Rows) + 1
	t.judged(about, j, note, depth)
	met, notMet := leafWords(j.Threshold)
	outcome := part{cell: draw.Ref(colSelf, row), met: met, notMet: notMet}
	if depth > 0 && j.ForCase() {
		outcome.other = notOfCase
	}
	if j.Rest().Sure() {
		outcome.firm = outcome.failed()
	}
	if len(j.Parts) > 0 {
		return t.parts(outcome, row, j, depth)
	}
	t.d.required[j.Threshold] = at(t.Name, draw.Ref(colRequired, row))
	if isLive(j) {
		formula := leafFormula(j.Threshold, draw.Ref(colResult, row), draw.Ref(colRequired, row))
		t.Compute(colSelf, row, t.d.unlessImpossible(j.Threshold, formula))
	}
	return outcome
}

// judged is the row of a judgement.
func (t *table) judged(about Pen, j *assess.Judgement, note string, depth int) {
	word := leafWord(j)
	if depth > 0 && j.ForCase() {
		word = PartWord(j)
	}
	asked, proof, remarks := required(j.Threshold, thresholdLook(j)), t.d.proof(j), t.d.remarks(j, note)
	if len(j.Parts) > 0 {
		asked, proof = look.Blank(), "" // the name says it, or the row below
		remarks = vi.Join("; ", vi.Capital(Reckoned(j.Threshold)), vi.Capital(note))
	}
	t.line(about, depth, asked, t.result(j), word, proof, remarks)
}

// line is a row of the table, with cells for those who examine the dossier, and below it what finds
// no room in it.
func (t *table) line(about Pen, depth int, asked, result draw.Cell, word, proof, remarks string) {
	cells := []draw.Cell{look.Mid(about.No), look.Text(about.Name), asked, result, look.Mid(word)}
	for _, column := range t.d.reviews() {
		cells = append(cells, opinion(depth, about, column))
	}
	beside, below := t.divided(proof, remarks)
	t.Add(append(cells, beside, opinion(depth, about, OpinionHead))...)
	t.below("Ghi chú", below, look.Body)
}

// thresholdLook shows in italics that nobody has checked it.
func thresholdLook(j *assess.Judgement) draw.Look {
	if !j.Threshold.Basis.Status.Sure() {
		return look.Body.Centred().InItalic()
	}
	return look.Body.Centred()
}

// parts lays down the parts of the judgement in a row, whose outcome follows from theirs.
func (t *table) parts(outcome part, row int, j *assess.Judgement, depth int) part {
	if words := look.Unit(j.Threshold.Text()); depth == 0 && words != "" {
		t.below("Yêu cầu", words, thresholdLook(j))
	}
	parts, live := make([]part, len(j.Parts)), true
	for i := range j.Parts {
		p := &j.Parts[i]
		parts[i] = t.judgement("", "", strings.Repeat("   ", depth)+"– "+PartName(p), p, "", depth+1)
		p.Leaves(func(leaf *assess.Judgement) { live = live && isLive(leaf) })
	}
	if live {
		t.Compute(colResult, row, metParts(parts))
		formula := partsFormula(parts, j.Threshold.Need)
		if outcome.other != "" {
			formula = caseFormula(parts, j.Parts, formula)
		}
		t.Compute(colSelf, row, formula)
		outcome.firm = firmly(outcome, parts, j.Threshold.Need)
	} else if outcome.firm = ""; j.Outcome == assess.NotMet && !j.Unchecked {
		outcome.firm = outcome.failed()
	}
	return outcome
}

// below is a row of words that find no room in the row above, which they stay with: what a
// requirement with parts asks, a long remark. Without any there is none, nor twice the same.
func (t *table) below(what, words string, l draw.Look) {
	if words == "" || words == t.said {
		return
	}
	t.said = words
	said := draw.Text(vi.Unbroken(vi.Join(": ", what, words)), l.FlushLeft())
	row := t.Add(look.Blank(), said.Over(t.Columns()-colNo))
	t.Rows[row-2].Bound, t.Rows[row-1].Bound = true, true
}

// fewLines is how many lines proof and remarks may take beside a result, and remarks alone: the
// column of those that prove nothing may be made narrow.
const fewLines, fewAlone = 6, 2

// divided are proof and remarks as they stand beside a result, and what goes below the row
// because the column is too narrow for it.
func (t *table) divided(proof, remarks string) (beside draw.Cell, below string) {
	lacks, between := proof == assess.NoEvidence.Word(), "; "
	if lacks {
		between = ";\n" // else those words alone make rows high
	}
	beside = look.Text(vi.Join(between, proof, remarks))
	room := fewLines
	if proof == "" {
		room = fewAlone
	}
	if beside.Lines(t.Widths[t.Columns()-colFromRight]) > room {
		beside, below = look.Text(proof), remarks
	}
	beside.Firm = lacks
	return beside, below
}

// opinion is a cell for those who examine the dossier; they judge a requirement as
// a whole, not its parts.
func opinion(depth int, about Pen, column string) draw.Cell {
	if depth > 0 {
		return look.Blank()
	}
	about.Column = column
	return look.Blank().For(about)
}

// PartName is what a part of a requirement asks about.
func PartName(j *assess.Judgement) string {
	r := j.Threshold.Requirement
	switch {
	case len(j.Parts) == 0:
		return r.Figure.Name
	case r.Text != "":
		return vi.Unbroken(look.Unit(r.Text))
	case r.Need == len(j.Parts):
		return "Đồng thời đạt các nội dung"
	}
	return fmt.Sprintf("Đạt ít nhất %d trong các nội dung", r.Need)
}

// result is the cell of what was reported, which follows the sheet Số liệu; of a
// requirement with parts, how many of them are met.
func (t *table) result(j *assess.Judgement) draw.Cell {
	l := look.Body.Centred()
	if j.Outcome == assess.NotApplicable {
		return draw.Blank(l)
	}
	if len(j.Parts) > 0 {
		met := 0
		for i := range j.Parts {
			if j.Parts[i].Outcome == assess.Met {
				met++
			}
		}
		return look.Int(met, l.Shown(fmt.Sprintf(`0"/%d nội dung"`, len(j.Parts))))
	}
	return t.d.reported(j, l)
}
