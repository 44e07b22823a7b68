package command

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/internal/term"
	"ntm/internal/xlsx/foreign"

	"github.com/spf13/pflag"
)

// Files of other kinds are read where that is asked for, and not else.
func TestConvert(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want []string
	}{
		{nil, nil}, {[]string{"--convert=false"}, nil}, {[]string{"--convert"}, foreign.Kinds},
	} {
		var c Reading
		f := pflag.NewFlagSet("ntm", pflag.ContinueOnError)
		c.ReadingFlags(f)
		if err := f.Parse(tt.args); err != nil {
			t.Fatal(err)
		}
		ctx, lib, err := c.Begin(t.Context(), World{Terminal: term.Terminal{Now: time.Now}})
		if got := c.Extensions(); !slices.Equal(got, tt.want) || (ctx != t.Context()) != c.Convert || lib == nil {
			t.Errorf("%v: files ending in %v are read, %v", tt.args, got, err)
		}
	}
	for _, ext := range foreign.Kinds {
		if !strings.HasPrefix(ext, ".") || ext != strings.ToLower(ext) || ext == ".xlsx" {
			t.Errorf("%q is no ending of another kind of workbook", ext)
		}
	}
}
