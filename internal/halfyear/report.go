package halfyear

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/vi"
)

// Schema names the JSON document of a Report.
const Schema = "ntm.half-year.v1"

// Report is the report of a commune or a province.
type Report struct {
	Schema string          `json:"schema"`
	Of     string          `json:"of"` // whose
	Year   int             `json:"year"`
	Half   int             `json:"half"`
	Level  criteria.Level  `json:"level"`
	Status criteria.Status `json:"layout_status"`
	Source string          `json:"layout_source"`
	Notes  []string        `json:"notes"`
	Tables []Table         `json:"tables"`

	layout *Layout
	period Period
}

// Table is one of its tables.
type Table struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Rows  []Row  `json:"rows"`
}

// Row is a row of a table. Its key stays from period to period.
type Row struct {
	Key  string `json:"key"`
	No   string `json:"no"`
	Name string `json:"name"`
	Unit string `json:"unit,omitempty"`
	Head bool   `json:"head,omitempty"` // of the rows below it
	Last Entry  `json:"last"`
	Done Entry  `json:"done"`
	Plan string `json:"plan"` // typed
	Note string `json:"note"` // typed
}

// Entry is what a time says in a row. Unknown counts communes, in a province's.
type Entry struct {
	Result  string         `json:"result,omitempty"`
	Judged  assess.Outcome `json:"judged,omitempty"`
	Count   *int           `json:"count,omitempty"` // nil where it is not known at all
	Unknown int            `json:"unknown,omitempty"`
}

// begin is a report without its tables.
func begin(l *Layout, p Period, of string, level criteria.Level) *Report {
	return &Report{Schema: Schema, Of: of, Year: p.Year, Half: p.Half, Level: level, Status: l.Status, Source: l.Source,
		Notes: []string{}, Tables: []Table{}, layout: l, period: p}
}

// OfCommune is a commune's: now is its assessment of the year, last that of the year before, nil
// for none. Two sets of criteria are not compared: of last year's then the figures alone stand.
func OfCommune(l *Layout, p Period, level criteria.Level, now, last *assess.Assessment) *Report {
	r := begin(l, p, vi.Capital(now.Commune.Title()), level)
	of := levelOf(now, level)
	before := levelOf(last, level)
	switch {
	case last == nil:
		r.Notes = append(r.Notes, fmt.Sprintf("Năm %d chưa có báo cáo: cột kết quả năm trước để trống.", p.Year-1))
	case before == nil || before.Standard != of.Standard:
		before = nil
		r.Notes = append(r.Notes, fmt.Sprintf("Năm %d xét theo bộ tiêu chí khác: chỉ ghi số liệu, không so đánh giá.",
			p.Year-1))
	}
	for _, f := range l.Forms {
		if f.Of == "commune" {
			r.Tables = append(r.Tables, Table{f.ID, f.Title, indicators(f, of, before, figuresOf(last))})
		}
	}
	return r
}

func levelOf(a *assess.Assessment, level criteria.Level) *assess.Level {
	if a == nil {
		return nil
	}
	i := slices.IndexFunc(a.Levels, func(l assess.Level) bool { return l.Level == level })
	if i < 0 {
		return nil
	}
	return &a.Levels[i]
}

// figuresOf are the figures of an assessment by their ids.
func figuresOf(a *assess.Assessment) map[string]*assess.Figure {
	out := map[string]*assess.Figure{}
	if a == nil {
		return out
	}
	for f := range a.Figures() {
		out[f.ID] = f
	}
	return out
}

func indicators(f *Form, of, before *assess.Level, figures map[string]*assess.Figure) []Row {
	rows := []Row{}
	was := map[string]assess.Outcome{}
	if before != nil {
		for x := range before.Judged() {
			was[x.No] = x.Outcome
		}
	}
	for i := range of.Criteria {
		c := &of.Criteria[i]
		rows = append(rows, Row{Key: key(f.ID, of.Standard, "criterion-"+c.No), No: c.No, Name: c.Name, Head: true,
			Last: Entry{Judged: outcomeOf(before, c.No)}, Done: Entry{Judged: c.Outcome}})
		for k := range c.Indicators {
			x := &c.Indicators[k]
			row := Row{Key: key(f.ID, of.Standard, x.No), No: x.No, Name: x.Name, Last: Entry{Judged: was[x.No]},
				Done: Entry{Judged: x.Outcome}}
			var now, then []string
			x.Leaves(func(leaf *assess.Judgement) {
				if unit := string(leaf.Threshold.Unit()); row.Unit == "" {
					row.Unit = unit
				}
				if leaf.Figure != nil {
					now = append(now, leaf.Figure.String())
					if had := figures[leaf.Figure.ID]; had != nil {
						then = append(then, had.String())
					}
				}
			})
			row.Done.Result, row.Last.Result = strings.Join(now, "; "), strings.Join(then, "; ")
			rows = append(rows, row)
		}
	}
	return rows
}

// outcomeOf is the outcome of a level's criterion, "" for none.
func outcomeOf(l *assess.Level, no string) assess.Outcome {
	if l != nil {
		for i := range l.Criteria {
			if l.Criteria[i].No == no {
				return l.Criteria[i].Outcome
			}
		}
	}
	return ""
}

func key(parts ...string) string { return strings.Join(parts, "/") }
