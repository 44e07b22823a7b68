package form

import (
	"regexp"
	"testing"

	"ntm/internal/problem"
)

// A hint that names a command says on a page what to press there; any other says the same to both.
func TestHints(t *testing.T) {
	command := regexp.MustCompile(`\bntm [a-z]|--[a-z]`)
	at := problem.Pos{File: "giả định.xlsx", Sheet: "Số liệu", Cell: "C7"}
	for hint := range pressed {
		page := problem.OnPage(hinted(at, "sai", hint))[0]
		if !command.MatchString(hint) || command.MatchString(page.Hint) || page.Pos() != at || page.Message != "sai" {
			t.Errorf("%q: %+v", hint, page)
		}
	}
	if p := hinted(at, "sai", "ghi một số"); p.Page != nil || p.Hint != "ghi một số" {
		t.Errorf("%+v", p)
	}
}
