package command

import (
	"context"

	"ntm/criteria"
	"ntm/internal/form"

	"github.com/spf13/pflag"
)

// Converts has workbooks of other kinds read by way of LibreOffice, where that is asked for.
type Converts struct{ Convert bool }

// ConvertFlag asks for it.
func (c *Converts) ConvertFlag(f *pflag.FlagSet) {
	f.BoolVar(&c.Convert, "convert", false, "đọc cả tệp .xls, .ods qua LibreOffice của máy này")
}

// Extensions are those of the files that are read besides.
func (c *Converts) Extensions() []string {
	if !c.Convert {
		return nil
	}
	return form.Convertible
}

// Converting is the context to read files with.
func (c *Converts) Converting(ctx context.Context) context.Context {
	if !c.Convert {
		return ctx
	}
	return form.Converting(ctx)
}

// Reading is how a command reads reports: by which law, and of which kinds.
type Reading struct {
	Packs
	Converts
}

// ReadingFlags ask for it.
func (r *Reading) ReadingFlags(f *pflag.FlagSet) {
	r.CriteriaFlag(f)
	r.ConvertFlag(f)
}

// Begin is the context to read with, and the law.
func (r *Reading) Begin(ctx context.Context, w World) (context.Context, *criteria.Library, error) {
	lib, err := r.Load(w)
	return r.Converting(ctx), lib, err
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
