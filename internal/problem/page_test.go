package problem

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Who looks at a page is told in its words; what has none is told as it is.
func TestOnPage(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want Problem
	}{
		{Problem{Message: "chưa có", Hint: "chạy ntm import", Page: Press("thả tệp")},
			Problem{Message: "chưa có", Hint: "thả tệp"}},
		{List{{Message: "thiếu --year", Hint: "thêm --year", Page: &Page{Message: "thiếu năm"}}},
			Problem{Message: "thiếu năm", Hint: "thêm --year"}},
		{WrongUse{Message: "thiếu --year", Hint: "thêm", Page: &Page{"thiếu năm", "ghi năm"}},
			Problem{Message: "thiếu năm", Hint: "ghi năm"}},
		{fmt.Errorf("quanh: %w", Problem{Message: "ô trống", Hint: "ghi"}), Problem{Message: "ô trống", Hint: "ghi"}},
	} {
		if d := cmp.Diff(List{tt.want}, OnPage(tt.err)); d != "" {
			t.Error(d)
		}
	}
}

// A command is named to who types commands alone.
func TestSay(t *testing.T) {
	want := Words{Typed: "lý do (--reason), vì xã A", Pressed: "lý do, vì xã A"}
	if d := cmp.Diff(want, Say("lý do%s, vì xã %s", By("--reason"), "A")); d != "" {
		t.Error(d)
	}
}
