package look

import (
	"strings"
	"testing"
)

func TestWithin(t *testing.T) {
	for path, want := range map[string]string{
		"minh-chung/so 1.pdf":              "minh-chung/so%201.pdf",
		`minh-chung\QĐ.pdf`:                "minh-chung/Q%C4%90.pdf",
		"./a.pdf":                          "a.pdf",
		"a#b?c%2e.pdf":                     "a%23b%3Fc%252e.pdf",
		"..a/b..pdf":                       "..a/b..pdf",
		"":                                 "",
		".":                                "",
		"../a.pdf":                         "",
		"a/../../b.pdf":                    "",
		`a\..\..\b.pdf`:                    "",
		"a/.. /b.pdf":                      "",
		"a/.../b.pdf":                      "",
		"/etc/passwd":                      "",
		"//may-chu/a.pdf":                  "",
		`\\may-chu\a.pdf`:                  "",
		"C:/a.pdf":                         "",
		"C:a.pdf":                          "",
		"http://x/a.pdf":                   "",
		"javascript:alert(1)":              "",
		"mailto:a@b":                       "",
		"a\x00.pdf":                        "",
		"a\nb.pdf":                         "",
		"a\xff.pdf":                        "",
		strings.Repeat("dài/", 500) + ".a": "",
	} {
		got, inside := within(path)
		if got != want && inside || inside != (want != "") {
			t.Errorf("within(%q) = %q, %v; want %q", path, got, inside, want)
		}
	}
}
