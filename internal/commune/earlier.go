package commune

import (
	"ntm/criteria"
	"ntm/internal/yamldoc"
)

// Earlier is what a figure was in an earlier year.
type Earlier struct {
	Pos     yamldoc.Pos `yaml:"-"`
	Year    int         `yaml:"year"`
	Measure Measure     `yaml:"-"`
}

// DecodeNode reads an earlier year's figure with the one thing that it says.
func (e *Earlier) DecodeNode(n yamldoc.Node) {
	var d figureDoc
	n.Decode(&d)
	if d.ID != "" || d.Evidence != nil || d.Note != "" || d.Earlier != nil {
		n.Fail("năm trước của một số liệu chỉ có year và giá trị", "bỏ id, evidence, note ở mục này")
	}
	*e = Earlier{Pos: d.Pos, Year: d.Year, Measure: d.measure()}
}

// EncodeNode is the earlier year as DecodeNode reads it.
func (e Earlier) EncodeNode() any { return Figure{Measure: e.Measure, Year: e.Year}.EncodeNode() }

// earlier checks the years that a figure tells of before its own; entry is nil where the
// figure is not known.
func (c *checker) earlier(f *Figure, entry *criteria.Figure) {
	own, seen := c.report.YearOf(f), map[int]bool{}
	for i := range f.Earlier {
		e := &f.Earlier[i]
		at := e.Pos.Or(f.Pos)
		switch {
		case e.Year == 0:
			c.fail(at, "ghi year", "số liệu %q có một năm trước chưa ghi là năm nào", c.name(f))
		case e.Year < firstYear || e.Year >= own:
			c.fail(at, "ghi năm trước năm của số liệu; số của năm ấy thì ghi ở chính số liệu",
				"số liệu %q của năm %d: đọc thấy năm trước là %d", c.name(f), own, e.Year)
		case seen[e.Year]:
			c.fail(at, "giữ một, bỏ một", "số liệu %q có hai giá trị của năm %d", c.name(f), e.Year)
		}
		seen[e.Year] = true
		past := &Figure{Pos: at, ID: f.ID, Measure: e.Measure, Year: e.Year}
		if a, is := e.Measure.(Amount); is {
			c.unread(&a)
		}
		c.shape(past, entry)
		c.counts(past)
	}
}

// firstYear is the first that a report may be of.
const firstYear = 2000
