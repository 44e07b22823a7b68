package places

import (
	"slices"
	"strings"
	"testing"
)

func TestOrigins(t *testing.T) {
	tests := []struct{ name, code, want string }{
		{"four of one district", "16489", "16501 16489 16492 16495"},
		{"left alone", "30826", "none"},
		{"the table is silent", "30628", "none"},
		{"no unit", "99999", "none"},
		{"divided, the rest in brackets", "09871", "09868 09859 09871 ~09877 ~09874 ~09883 ~09880 ~09862"},
		{"only a name of another district", "04543", "04546 04543 ?Xã Minh Quân 04540"},
		{"namesakes of a district told apart by accents", "30409", "30409 30427 30433"},
		{"a district without communes", "31108", "?Huyện Kiên Hải"},
		{"a dash is no unit", "06799", "?Xã Hải Lạng"},
		{"a phường that the old list does not have", "03980", "?Phường Mộc Lỵ"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := "none"
			parts, ok := Origins(tt.code)
			if ok {
				words := make([]string, len(parts))
				for i, p := range parts {
					words[i] = p.Place.Code
					if !p.Known {
						words[i] = "?" + p.Text
					}
					if p.Partly {
						words[i] = "~" + words[i]
					}
				}
				got = strings.Join(words, " ")
			}
			if !strings.Contains(got, tt.want) || ok == (tt.want == "none") {
				t.Errorf("%s was made from %s, want %s", tt.code, got, tt.want)
			}
		})
	}
}

// Every part of every new unit is one old unit of its name in the right
// province, or text; no unit is taken wholly twice.
func TestOriginsOfTheWholeTable(t *testing.T) {
	taken := map[string][]Part{}
	merged, known, text, partly := 0, 0, 0, 0
	for _, into := range since().places {
		parts, ok := Origins(into.Code)
		if ok != (len(parts) > 0) {
			t.Errorf("%s: %v, %v", into, parts, ok)
		}
		if ok {
			merged++
		}
		for _, p := range parts {
			if p.Partly {
				partly++
			}
			if !p.Known {
				text++
				if p.Text == "" || p.Place != (Unit{}) {
					t.Errorf("%s: an uncertain part %+v", into, p)
				}
				continue
			}
			known++
			taken[p.Place.Code] = append(taken[p.Place.Code], p)
			if was, _ := before().byCode(p.Place.Code); was != p.Place ||
				heirs()[was.ProvinceCode].ProvinceCode != into.ProvinceCode {
				t.Errorf("%s: %q is taken for %s", into, p.Text, p.Place)
			}
			if !strings.Contains(key(p.Text), key(p.Place.Name)) && !strings.Contains(p.Text, "0") {
				t.Errorf("%s: %q is taken for %s", into, p.Text, p.Place)
			}
		}
	}
	for code, parts := range taken {
		if whole := slices.ContainsFunc(parts, func(p Part) bool { return !p.Partly }); whole && len(parts) > 1 {
			t.Errorf("%s is taken wholly and again: %v", code, parts)
		}
	}
	t.Logf("%d new units of %d parts: %d certain, %d only text, %d divided", merged, known+text, known, text, partly)
	if merged < 3190 || known < 9800 || float64(known) < 0.94*float64(known+text) {
		t.Error("fewer than the data give")
	}
	if text == 0 || partly < 800 {
		t.Error("more is certain than the data can tell")
	}
}

// Where the two directions both are certain they agree.
func TestOriginsAgreeWithSuccessors(t *testing.T) {
	checked := 0
	for _, into := range since().places {
		parts, _ := Origins(into.Code)
		for _, p := range parts {
			if !p.Known || p.Partly {
				continue // successors stays in the district where several claim a unit
			}
			checked++
			if now := successors(p.Place); len(now) > 0 && !slices.Contains(codes(now), into.Code) {
				t.Errorf("%s went into %v, not into %s", p.Place, now, into)
			}
		}
	}
	if checked < 8000 {
		t.Errorf("only %d compared", checked)
	}
}

func TestOriginsIsACopy(t *testing.T) {
	parts, _ := Origins("16489")
	parts[0].Text = "changed"
	if again, _ := Origins("16489"); again[0].Text == "changed" {
		t.Error("a caller can change the table")
	}
}
