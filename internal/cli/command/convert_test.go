package command

import (
	"context"
	"slices"
	"strings"
	"testing"

	"ntm/internal/form"

	"github.com/spf13/pflag"
)

// Files of other kinds are read where that is asked for, and not else.
func TestConvert(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want []string
	}{
		{nil, nil}, {[]string{"--convert=false"}, nil}, {[]string{"--convert"}, form.Convertible},
	} {
		var c Converts
		f := pflag.NewFlagSet("ntm", pflag.ContinueOnError)
		c.ConvertFlag(f)
		if err := f.Parse(tt.args); err != nil {
			t.Fatal(err)
		}
		ctx := context.Background()
		if got := c.Extensions(); !slices.Equal(got, tt.want) || (c.Converting(ctx) != ctx) != c.Convert {
			t.Errorf("%v: files ending in %v are read", tt.args, got)
		}
	}
	for _, ext := range form.Convertible {
		if !strings.HasPrefix(ext, ".") || ext != strings.ToLower(ext) || ext == ".xlsx" {
			t.Errorf("%q is no ending of another kind of workbook", ext)
		}
	}
}
