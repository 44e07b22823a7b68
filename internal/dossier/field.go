package dossier

import (
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/xlsx/draw"
)

// What the cells that others fill in take.
var (
	whole = &draw.Rule{Kind: draw.Whole, Most: mostCounted, Title: "Số không đúng", Refuse: "Ghi số nguyên, từ 0 trở lên."}
	// percent is a share, typed without its sign: Excel makes 0.9 of "90%".
	percent = &draw.Rule{Kind: draw.Decimal, Least: leastPercent, Most: 100,
		Title: "Tỷ lệ không đúng", Refuse: "Ghi số phần trăm không kèm dấu %, ví dụ 90."}
	anyNumber = &draw.Rule{Kind: draw.Decimal, Least: -mostEntered, Most: mostEntered,
		Title: "Số không đúng", Refuse: "Ghi số, không kèm đơn vị và dấu %."}
	declaration = &draw.Rule{Kind: draw.Choice, Words: []string{assess.Met.Word(), assess.NotMet.Word()},
		Title: "Chưa đúng", Refuse: "Ghi Đạt hoặc Chưa đạt."}
	grade = &draw.Rule{Kind: draw.Choice, Words: criteria.Grades, Title: "Chưa đúng", Refuse: "Chọn một mức trong danh sách."}
	tick  = &draw.Rule{Kind: draw.Choice, Words: []string{"x"}, Title: "Chưa đúng", Refuse: "Đánh dấu x, hoặc để trống."}
)

const (
	mostCounted  = 9999 // more than any council has members
	leastPercent = 2    // below every rule of a council and above what Excel makes of "100%"
	mostEntered  = 1e12 // more than any figure of a commune
)

// locked is a sheet of which only the open cells take anything.
var locked = &draw.Lock{Format: true}

// pen is who fills a cell in, and what with: whatever stands there is theirs. The
// zero pen asks for nothing that ntm reads.
type pen struct {
	column string // the opinion it takes, by the head of its column
	path   string // of the indicator or condition it is about
	no     string // its number in the table
	name   string
	by     bool // who gives the opinions of the column
	on     bool // and when
}
