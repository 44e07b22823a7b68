package page

import (
	"fmt"

	"ntm/internal/docket"
	"ntm/internal/office/desk"
	"ntm/internal/vi"
)

// MostRows is how many rows a page has: a table of all communes of the country takes a browser
// more than half a second.
const MostRows = 100

// Row is a commune's year in a list.
type Row struct {
	Key               string // by which it can be ticked, "" where it cannot
	At, Name, Where   string
	Year              int
	Level             string
	Verdicts          []Verdict
	Stage, Next, Owed string
}

// RowOf is a commune's year as it stands in a list.
func RowOf(line desk.Line) Row {
	row := Row{At: YearAt(line.OfYear, "so-lieu"), Name: line.Place.Name,
		Where: vi.Join(", ", line.Place.District, line.Place.Province), Year: line.Year, Level: line.Level.Title(),
		Owed: line.Owed()}
	d := line.Dossier
	if d == nil {
		row.Stage, row.Next = "đang nhập số liệu", "ghi thành bản báo cáo"
		return row
	}
	row.Stage = d.Stage.Word()
	if a := d.Assessment; a != nil {
		for _, l := range a.Brief.Levels {
			if line.Level != "" && l.Level != line.Level {
				continue
			}
			v := VerdictOf(l.Verdict, l.Draft)
			v.Level, v.Counts = l.Level.Title(), fmt.Sprintf("%d/%d", l.CriteriaMet, l.CriteriaTotal)
			row.Verdicts = append(row.Verdicts, v)
		}
	}
	row.Next = vi.List("; ", docket.After(d.Stage), func(n docket.Next) string { return n.Word })
	return row
}
