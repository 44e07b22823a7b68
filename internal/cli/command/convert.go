package command

import (
	"context"

	"ntm/criteria"
	"ntm/internal/xlsx/foreign"

	"github.com/spf13/pflag"
)

// Reading is how a command reads reports: by which law, and whether workbooks of other kinds
// are read by way of LibreOffice.
type Reading struct {
	Packs
	Convert bool
}

// ReadingFlags ask for it.
func (r *Reading) ReadingFlags(f *pflag.FlagSet) {
	r.CriteriaFlag(f)
	f.BoolVar(&r.Convert, "convert", false, "đọc cả tệp .xls, .ods qua LibreOffice của máy này")
}

// Extensions are those of the files that are read besides.
func (r *Reading) Extensions() []string {
	if !r.Convert {
		return nil
	}
	return foreign.Kinds
}

// Begin is the context to read with, and the law.
func (r *Reading) Begin(ctx context.Context, w World) (context.Context, *criteria.Library, error) {
	if r.Convert {
		ctx = foreign.Converting(ctx)
	}
	lib, err := r.Load(w)
	return ctx, lib, err
}

// Reports are the reports of many communes that a command is given: files, and the rows of
// wide sheets.
type Reports struct {
	Reading
	WideYear
	Given []string
}

// ReportsFlags ask for how they are read.
func (r *Reports) ReportsFlags(f *pflag.FlagSet) {
	r.YearFlag(f)
	r.ReadingFlags(f)
}
