package read

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
)

// patience ends after it was asked so often.
type patience struct {
	context.Context
	left *int
}

func (p patience) Err() error {
	if *p.left--; *p.left < 0 {
		return context.Canceled
	}
	return nil
}

// Wherever a reading has come to when its context ends, it ends there, and says so:
// in a workbook, in a CSV, in what is read after a book was opened.
func TestEnds(t *testing.T) {
	whole := func(ctx context.Context, name string, data []byte) error {
		b, err := Read(ctx, name, bytes.NewReader(data), int64(len(data)))
		if err == nil {
			_, err = b.Sheets[0].Table()
		}
		if err == nil {
			_, err = b.Sheets[0].Formulas()
		}
		if err == nil {
			_, err = b.Sheets[0].Objects()
		}
		return err
	}
	for name, data := range map[string][]byte{
		"a.xlsx": wide(t, 400, 60),
		"a.csv":  []byte(strings.Repeat("16492;2023;1,5\n", 3000)),
		"b.xlsx": zipped(parts{firstSheet: sheetOf(one)}),
	} {
		const enough = 1 << 30
		left := enough
		if err := whole(patience{t.Context(), &left}, name, data); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		asked := enough - left
		for _, after := range []int{0, 1, asked / 4, asked / 2, asked - 1} {
			left := after
			if err := whole(patience{t.Context(), &left}, name, data); !errors.Is(err, context.Canceled) {
				t.Errorf("%s, after %d of %d: %v", name, after, asked, err)
			}
			if left < -20 { // a few more ask on the way out
				t.Errorf("%s, after %d of %d: it went on %d times", name, after, asked, -left)
			}
		}
	}
}
