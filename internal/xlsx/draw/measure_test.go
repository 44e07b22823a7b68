package draw

import (
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 100, 1},
		{"Đạt", 100, 1},
		{"một\nhai\nba", 100, 3},
		{"Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố", 110, 2},
		{"https://example.vn/" + strings.Repeat("x", 60), 110, 4},
		{"một hai", 45, 1},
		{"      một hai", 45, 2},
	} {
		if got := (&Look{}).lines(c.text, c.width); got != c.want {
			t.Errorf("lines(%q, %v) = %d, want %d", c.text, c.width, got, c.want)
		}
	}
}

func TestHeight(t *testing.T) {
	const words = "Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố"
	small, big, bold := Look{Size: 9}, Look{Size: 18}, Look{Size: 9, Bold: true}
	if one, two := small.height(words, 400), small.height(words, 120); two <= one || one < 9 {
		t.Errorf("one line is %v high, wrapped %v", one, two)
	}
	if small.height(words, 300) >= big.height(words, 300) {
		t.Error("bigger type is no higher")
	}
	if small.width(words) >= bold.width(words) {
		t.Error("bold type is no wider")
	}
}

// Every letter of Vietnamese is as wide as the letter without its marks.
func TestAdvancesOfVietnamese(t *testing.T) {
	for _, r := range "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ" {
		for _, letter := range []rune{r, []rune(strings.ToUpper(string(r)))[0]} {
			if advances()[letter] == 0 {
				t.Errorf("the width of %c is not known", letter)
			}
		}
	}
	if advances()['ấ'] != advances()['a'] || advances()['Ấ'] != advances()['A'] {
		t.Error("a mark makes a letter wider")
	}
}
