package lawdesk

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"time"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/decision"
	"ntm/internal/lawbook"
	"ntm/internal/problem"
	"ntm/internal/reading"
)

// Reading reads the thresholds of decisions into a workbook in which a person checks them.
type Reading struct {
	Lib      *criteria.Library
	Files    []string // the decisions, a later one over an earlier one
	Standard string   // its id, "" for the one that the decisions name
	Province string   // whose columns, "" for the one whose decisions they are
	Named    reading.Named

	Of     *criteria.Standard
	Papers []collation.Paper
	scope  lawbook.Scope
}

// Read reads the decisions: what standard they are of, and what each sets.
func (r *Reading) Read(ctx context.Context) error {
	var all []*decision.Decision
	for _, file := range r.Files {
		d, err := decision.Read(ctx, file)
		if err != nil {
			return problem.Of(err)
		}
		all = append(all, d)
	}
	var err error
	if r.Of, err = reading.Standard(r.Lib, all, r.Standard); err != nil {
		return problem.Of(err)
	}
	own := reading.ProvinceOf(all)
	if r.scope, r.Named.Province, err = Scope(r.Of, cmp.Or(r.Province, own)); err != nil && r.Province == "" {
		return problem.WrongUse{Message: fmt.Sprintf("quyết định này của tỉnh %q, không có trong danh mục", own),
			Hint: "thêm --province TỈNH",
			Page: problem.Press("ghi tên tỉnh có trong danh mục vào ô Chỉ các cột của tỉnh")}
	}
	if err != nil {
		return err
	}
	if r.Papers, err = reading.Papers(r.Of, all, r.Named); err != nil {
		return problem.Of(err)
	}
	reading.Foreign(r.Papers, all, r.Named.Province)
	return nil
}

// Write writes the workbook.
func (r *Reading) Write(out io.Writer, now time.Time) (*collation.Summary, error) {
	return lawbook.ExportRead(out, r.Lib, r.Of, r.scope, r.Papers, now)
}

// Page is what was read beside the program's own, row by row, with what a person wrote so far.
func (r *Reading) Page(s *lawbook.Signed) *lawbook.Page {
	return lawbook.PageOf(r.Lib, r.Of, r.scope, r.Papers, s)
}

// Scope is what of a standard is looked at: the columns of the province that is named, all
// for "". It gives the province as the list has it.
func Scope(std *criteria.Standard, name string) (lawbook.Scope, string, error) {
	if name == "" {
		return lawbook.Scope{}, "", nil
	}
	found, region, err := province(name, std)
	if err != nil {
		return lawbook.Scope{}, "", err
	}
	return lawbook.ScopeOf(std, found, region), found, nil
}
