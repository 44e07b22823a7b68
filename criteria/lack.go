package criteria

import "fmt"

// ReadingCommand is what an office runs to read a decision in: the one place that names
// it for every sentence that says so.
const ReadingCommand = "ntm criteria read QUYẾT_ĐỊNH.docx -o doi-chieu.xlsx"

// Lack is how much of what a decision has is not known here: a standard may be a frame,
// whose indicators an office reads out of the decision. The zero Lack lacks nothing.
type Lack struct {
	Decision string `json:"-"`
	Known    int    `json:"known"`
	Declared int    `json:"declared"`
}

// LackOf is the lack of a standard of which so many indicators are known.
func (s *Standard) LackOf(known int) Lack {
	if s.Indicators <= known {
		return Lack{}
	}
	return Lack{s.Decision.Number, known, s.Indicators}
}

// Missing counts the indicators that are not known here.
func (l Lack) Missing() int { return l.Declared - l.Known }

// String says what is missing, "" for nothing.
func (l Lack) String() string {
	switch {
	case l.Missing() == 0:
		return ""
	case l.Known == 0:
		return fmt.Sprintf("chưa có chỉ tiêu nào trong %d chỉ tiêu của %s, còn thiếu %d", l.Declared, l.Decision,
			l.Missing())
	}
	return fmt.Sprintf("mới có %d trong %d chỉ tiêu của %s, còn thiếu %d", l.Known, l.Declared, l.Decision, l.Missing())
}

// Remedy says how the missing ones are read in.
func (l Lack) Remedy() string {
	return "đọc quyết định vào chương trình: " + ReadingCommand
}

// LacksIn are what the standards of a year lack that hold in every province, with what
// the packs add for every province.
func (lib *Library) LacksIn(year int) []Lack {
	var out []Lack
	for std := range lib.standards(year, "") {
		known := 0
		for _, c := range lib.Law(std, "").Criteria {
			if std.Has(c.No) && (c.Overlay == nil || c.Overlay.Years.Contain(year)) {
				known += len(c.Topics)
			}
		}
		if lack := std.LackOf(known); std.Province == "" && lack.Missing() > 0 {
			out = append(out, lack)
		}
	}
	return out
}
