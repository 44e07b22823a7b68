package dossier

import (
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/xlsx/draw"
)

// What the cells take in which a reader tries another figure.
var (
	anyNumber = &draw.Rule{Kind: draw.Decimal, Least: -mostEntered, Most: mostEntered,
		Title: "Số không đúng", Refuse: "Ghi số, không kèm đơn vị và dấu %."}
	declaration = &draw.Rule{Kind: draw.Choice, Words: []string{assess.Met.Word(), assess.NotMet.Word()},
		Title: "Chưa đúng", Refuse: "Ghi Đạt hoặc Chưa đạt."}
	grade = &draw.Rule{Kind: draw.Choice, Words: criteria.Grades, Title: "Chưa đúng",
		Refuse: "Chọn một mức trong danh sách."}
)

const mostEntered = 1e12 // more than any figure of a commune

// Pen is who fills a cell of the tables in, and what with: whatever stands there is
// theirs. A cell filled in that nobody reads back has none.
type Pen struct {
	Column string // the opinion it takes, by the head of its column
	Path   string // of the indicator or condition it is about, as in `ntm whatif`
	No     string // its number in the table
	Name   string
	By     bool // who gives the opinions of the column
	On     bool // and when
}
