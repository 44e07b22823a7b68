package office

import (
	"strings"
	"testing"
)

// Who acts has a name that can be shown and stands on one line; nobody acts without one.
func TestActor(t *testing.T) {
	for typed, want := range map[string]string{
		"Nguyễn Văn A":                    "Nguyễn Văn A",
		"  UBND xã Quảng Trung ":          "UBND xã Quảng Trung",
		"Nguye\u0302\u0303n Va\u0306n A":  "Nguyễn Văn A", // as macOS types it
		strings.Repeat("ă", MostOfName):   strings.Repeat("ă", MostOfName),
		strings.Repeat("ă", MostOfName+1): "",
		"":                                "",
		" \t":                             "",
		"A\x00B":                          "A B", // what cannot be shown goes
		"A\u202eB":                        "AB",
	} {
		if got, err := Actor(typed); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", typed, got, err)
		}
	}
}
