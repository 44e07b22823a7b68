package command

import (
	"context"

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
