package lawbook

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Scope is what of a standard an office looks at.
type Scope struct {
	Province string            // whose overlays are shown, and whose packs come back; "" for all
	Columns  []criteria.Region // regions, or groups of the standard; nil for all
}

// ScopeOf is what a province looks at: the column of its region, and the one
// that the standard sends its poorest communes to.
func ScopeOf(std *criteria.Standard, province string, region criteria.Region) Scope {
	s := Scope{Province: province}
	if len(std.Groups) > 0 {
		return s
	}
	s.Columns = []criteria.Region{region}
	if rule := std.ColumnRule; rule != nil && rule.Column != region {
		s.Columns = append(s.Columns, rule.Column)
	}
	return s
}

// Export writes the workbook of a standard, as the library's packs have it at
// the time. The same packs and time give the same bytes.
func Export(w io.Writer, lib *criteria.Library, std *criteria.Standard, scope Scope, at time.Time) error {
	e := exporter{law: collation.NewLaw(lib, std, scope.Province), scope: scope, at: at}
	for _, c := range scope.Columns {
		if !slices.Contains(e.law.Columns, c) {
			return problem.Problem{Message: fmt.Sprintf("bộ tiêu chí %s không có cột %q", std.ID, c),
				Hint: "các cột: " + vi.Join(", ", e.law.Columns...)}
		}
	}
	return e.write(w)
}

// ExportRead writes the workbook of a standard with what decisions say of it, a later
// one over an earlier. Nothing in it is confirmed: that is for a person. The same
// papers, packs and time give the same bytes.
func ExportRead(w io.Writer, lib *criteria.Library, std *criteria.Standard, scope Scope, papers []collation.Paper,
	at time.Time) (*collation.Summary, error) {
	e := reading(lib, std, scope, papers, Signed{})
	e.at = at
	if err := e.write(w); err != nil {
		return nil, err
	}
	return e.read.Summary(), nil
}

// reading is what writes the workbook of a standard with what decisions say of it, and with what a person said of that.
func reading(lib *criteria.Library, std *criteria.Standard, scope Scope, papers []collation.Paper,
	signed Signed) *exporter {
	l := collation.NewLaw(lib, std, scope.Province)
	return &exporter{law: l, scope: scope, read: collation.Collate(l, scope.Columns, papers), signed: signed}
}

type exporter struct {
	law    *collation.Law
	scope  Scope
	at     time.Time
	read   *collation.Collation // nil where no decision was read
	signed Signed               // what a person said of it
	named  Naming               // of the cells that are filled in; nil where nobody asks
}

// write writes the workbook.
func (e *exporter) write(w io.Writer) error {
	sheets := []*draw.Sheet{e.guide(), e.check(), e.additions()}
	if setsProcedure(e.law) {
		sheets = append(sheets, e.procedure())
	}
	about := draw.About{Title: "Đối chiếu ngưỡng: " + e.law.Std.Name, Author: "ntm", At: e.at}
	return draw.Write(w, about, append(sheets, e.lists()))
}

// subject is the standard by name and decision.
func (e *exporter) subject() string {
	return fmt.Sprintf("%s (%s)", e.law.Std.Name, criteria.Citation{Decision: e.law.Std.Decision,
		Annex: e.law.Std.Annex}.String())
}

// extent says what of the standard the workbook holds.
func (e *exporter) extent() string {
	parts := []string{"Mọi tỉnh, thành phố"}
	if e.scope.Province != "" {
		parts = []string{"Tỉnh, thành phố: " + e.scope.Province}
	}
	if e.scope.Columns != nil {
		parts = append(parts, "cột: "+vi.List("; ", e.scope.Columns, e.law.ColumnTitle))
	}
	return strings.Join(append(parts, "xuất ngày "+vi.Date(e.at)), "; ")
}

// mark is the hidden cell that names the workbook.
func (e *exporter) mark() string {
	parts := []string{schema, e.law.Std.ID, e.scope.Province}
	if e.read != nil {
		parts = append(parts, string(e.read.Papers[0].Layer))
	}
	return strings.Join(parts, "|")
}

// cautions are what a person should know before the table.
func (e *exporter) cautions() []string {
	if e.read == nil {
		return nil
	}
	var out []string
	for _, p := range e.read.Papers {
		if p.Foreign != "" {
			out = append(out, "CHÚ Ý: "+p.Foreign)
		}
		for _, c := range p.Cautions {
			out = append(out, "Chú ý: "+c)
		}
	}
	const most = 6
	if len(out) > most {
		out = append(out[:most], fmt.Sprintf("… và %d điều nữa, xem trên màn hình khi đọc quyết định", len(out)-most))
	}
	return out
}
