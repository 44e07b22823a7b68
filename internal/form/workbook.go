package form

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
)

// levels are the hidden words for the highest level that the form asks about and for the
// one that it was made for.
func (r *reader) levels() (up, own string) {
	for _, s := range r.sheets {
		up := s.At(1, 3).Text
		if s.At(1, 1).Text == layout.Mark && slices.Contains(criteria.Levels, criteria.Level(up)) {
			return up, s.At(1, 4).Text
		}
	}
	return "", ""
}

// answers are a sheet's answers by key; none where the sheet is not there.
func (r *reader) answers(t *layout.Table) map[string]given {
	g, ok := r.grid(t)
	if !ok {
		return nil
	}
	return g.answers()
}

// rows are the rows of a sheet's table; none where it is not there. A row that
// sums them up must be their sum, and cannot stand for them. Capital has a line
// of its own for the total.
func (r *reader) rows(t *layout.Table) []record {
	g, ok := r.grid(t)
	if !ok {
		return nil
	}
	var rows []record
	for _, row := range g.rows {
		if t.Sheet == layout.CapitalSheet || !row.isTotal(t.Columns[0].ID) {
			rows = append(rows, row)
			continue
		}
		for _, c := range t.Columns {
			if c.Kind.IsNumber() && c.Kind != layout.Year {
				r.sum(rows, row.cell(c.ID), c.ID)
			}
		}
	}
	return rows
}

// sum holds a cell of a total against the rows above it.
func (r *reader) sum(rows []record, total given, id string) {
	stated, err := numberIn(total, typed.Meaning{})
	if total.blank() || err != nil || stated.Bound != "" {
		return
	}
	var sum decimal.Decimal
	for _, row := range rows {
		if c := row.cell(id); !c.blank() {
			n, err := numberIn(c, typed.Meaning{})
			if err != nil || n.Bound != "" {
				return // told where the row is read
			}
			sum = sum.Add(n.Value)
		}
	}
	if !sum.Equal(stated.Value) {
		r.fail(total, "ghi đủ từng dòng, sửa dòng tổng hoặc xóa dòng tổng",
			"dòng tổng ghi %s nhưng cộng các dòng trên được %s", vi.Number(stated.Value), vi.Number(sum))
	}
}

// need tells of cells that must not be empty beside what their row says.
func (r *reader) need(row record, ids ...string) {
	for _, id := range ids {
		if c := row.cell(id); c.blank() {
			r.fail(c, "ghi ô này, hoặc xóa cả dòng", "dòng này chưa ghi %q", row.g.table.Column(id).Title)
		}
	}
}

func (r *reader) place() {
	a := r.answers(&layout.PlaceAnswers)
	w := commune.Where{Code: r.text(a["code"]), Name: r.text(a["name"]), District: r.text(a["district"]),
		Province: r.text(a["province"])}
	for _, key := range []string{"name", "code"} {
		if c := a[key]; !c.blank() || !w.Pos.Known() {
			w.Pos = c.at
		}
	}
	if region := r.choose(a["region"], layout.Regions()); region != "" {
		if w.Code != "" {
			r.fail(a["region"], "giữ mã xã, xóa ô vùng", "xã có mã trong danh mục thì không ghi vùng")
		}
		if w.Name == "" || w.Province == "" {
			r.fail(a["name"], "ghi tên xã và tỉnh", "xã ngoài danh mục phải có đủ tên xã, tỉnh và vùng")
		}
		w = commune.Where{Pos: w.Pos, Declared: &commune.Declared{Name: w.Name, District: w.District,
			Province: w.Province, Region: criteria.Region(region)}}
	}
	r.report.Commune = w
	r.report.Pos = a["year"].at
	if r.report.Year = r.year(a["year"]); r.report.Year == 0 && len(r.problems) == 0 {
		r.fail(a["year"], "ghi năm, ví dụ 2023", "chưa ghi năm xét công nhận")
	}
	r.report.Date = r.day(a["date"])
	r.report.Note = r.text(a["note"])
	r.level = r.levelOf(a[layout.LevelKey])
	r.claims(a)
	r.traits(a)
}

// levelOf reads a level as people call it, "" for none.
func (r *reader) levelOf(c given) criteria.Level {
	if !r.holds(c) {
		return ""
	}
	level, ok := criteria.LevelNamed(r.text(c))
	if !ok {
		r.fail(c, pickOf(layout.Levels()), "đọc thấy %q, ở đây cần mức xã phấn đấu", vi.NFC(c.Text))
	}
	return level
}

// traits reads which traits the commune has. A blank is neither yes nor no; with
// nothing but blanks, nothing is said of any.
func (r *reader) traits(a map[string]given) {
	has, unknown := []criteria.Trait{}, []criteria.Trait{}
	for _, t := range criteria.Traits {
		r.notAnswered(a[string(t)])
		switch yes := r.has(a[string(t)]); {
		case yes == nil:
			unknown = append(unknown, t)
		case *yes != layout.IsAbsence(t):
			has = append(has, t)
		}
	}
	switch {
	case len(unknown) == len(criteria.Traits):
	case len(unknown) == 0:
		r.report.Traits = has
	default:
		r.report.Traits, r.report.TraitsUnknown = has, unknown
	}
}

// notAnswered notes words that say that a question is not answered: "chưa rõ".
func (d *cellReader) notAnswered(c given) {
	if text := vi.NFC(c.Text); c.Kind == read.Text && text != "" && c.blank() {
		d.note(c, fmt.Sprintf("%q được đọc là chưa trả lời; biết rồi thì ghi Có hoặc Không", text))
	}
}

func (r *reader) evidence() {
	_, listed := r.grid(&layout.EvidenceTable)
	r.unlisted = !listed
	for _, row := range r.rows(&layout.EvidenceTable) {
		e := commune.Evidence{Pos: row.cell("ntm:title").at, ID: row.text("ntm:code"),
			Number: row.text("ntm:number"), Date: r.day(row.cell("ntm:date")), Issuer: row.text("ntm:issuer"),
			Title: row.text("ntm:title"), File: row.text("ntm:file")}
		if e.Number+e.Issuer+e.Title+e.File == "" && e.Date.IsZero() {
			continue // only the number printed in front
		}
		r.need(row, "ntm:code", "ntm:title")
		r.report.Evidence = append(r.report.Evidence, e)
		r.codes = append(r.codes, e.ID)
	}
}
