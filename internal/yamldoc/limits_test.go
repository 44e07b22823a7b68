package yamldoc

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/problem"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// decoded is the document, or the first thing wrong in it.
func decoded(file, text string) (doc, string) {
	var d doc
	if err := Decode(file, []byte(text), &d); err != nil {
		return d, problem.Of(err)[0].Error()
	}
	return d, ""
}

// What lies on a limit is read; what lies past it is refused.
func TestLimits(t *testing.T) {
	comment := func(size int) string {
		head := "kind: test\n#"
		return head + strings.Repeat("x", size-len(head))
	}
	mistakes := func(n int) string {
		return "kind: test\nitems:\n" + strings.Repeat("  - {id: a, met: 3}\n", n)
	}
	for _, tt := range []struct{ name, text, want string }{
		{"the largest file", comment(MaxSize), ""},
		{"a byte more", comment(MaxSize + 1), "tệp quá lớn: hơn 2 MB"},
		{"as deep as brackets may go, though they do not fit", "kind: test\nitems: " + strings.Repeat("[",
			maxDepth) + strings.Repeat("]", maxDepth), "cần các cặp khóa"},
		{"a bracket deeper", "kind: test\nitems: " + strings.Repeat("[", maxDepth+1) + strings.Repeat("]",
			maxDepth+1), "tệp lồng quá sâu"},
		{"braces deeper", "kind: test\nnames: " + strings.Repeat("{a: ", maxDepth+1) + strings.Repeat("}",
			maxDepth+1), "tệp lồng quá sâu"},
		{"dashes deeper", "items:\n  " + strings.Repeat("- ", maxDepth+1), "tệp lồng quá sâu"},
		{"many brackets one after another", "kind: test\nitems: [" + strings.Repeat("{id: a}, ", maxDepth+1) +
			"{id: a}]", ""},
		{"many items one after another", "kind: test\nitems:\n" + strings.Repeat("  - id: a\n", maxDepth+1), ""},
		{"dashes within a value", "kind: test\nitems: [{id: a" + strings.Repeat("-", maxDepth+1) + "}]", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, got := decoded("x.yaml", tt.text); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	for _, n := range []int{enough - 1, enough, enough + 50} {
		err := Decode("x.yaml", []byte(mistakes(n)), new(doc))
		if got := len(problem.Of(err)); got != min(n, enough) {
			t.Errorf("%d mistakes: %d are told", n, got)
		}
	}
	keys := "kind: test\n"
	for i := range enough + 50 {
		keys += fmt.Sprintf("k%d: 1\n", i)
	}
	if got := len(problem.Of(Decode("x.yaml", []byte(keys), new(doc)))); got != enough {
		t.Errorf("of %d unknown keys %d are told", enough+50, got)
	}
}

// A file that Windows' Notepad saved begins with a mark; it is no part of it.
func TestByteOrderMark(t *testing.T) {
	for _, file := range []string{"x.yaml", "x.json"} {
		if d, got := decoded(file, "\ufeff{\"kind\": \"test\"}"); got != "" || d.Kind != "test" {
			t.Errorf("%s: %q, %s", file, d.Kind, got)
		}
	}
	if _, got := decoded("x.yaml", "\ufeff \n"); got != "x.yaml: tệp trống" {
		t.Errorf("nothing but the mark: %s", got)
	}
}

// Text is NFC and trimmed wherever it stands: values, keys, blocks.
func TestTextIsNormalised(t *testing.T) {
	d, got := decoded("x.yaml", "kind: test\nitems:\n  - id: \" a\u0309 \"\n    source: |\n      a\u0309\nnames: "+
		"{a\u0309: 1}\n")
	if got != "" {
		t.Fatal(got)
	}
	if d.Items[0].ID != "ả" || d.Items[0].Source != "ả" || d.Names["ả"] != 1 {
		t.Errorf("read %+v, %v", d.Items, d.Names)
	}
	if _, got := decoded("x.yaml", "kind: test\nnames: {ả: 1, a\u0309: 2}\n"); got != `x.yaml, dòng 2, cột 15: `+
		`khóa "ả" viết hai lần (lần trước ở dòng 2)` {
		t.Errorf("one key in two spellings: %s", got)
	}
}

func TestAnItemOfNothingIsAMistake(t *testing.T) {
	for text, want := range map[string]string{
		"kind: test\nitems:\n  -\n  - id: a\n":        "x.yaml, dòng 3, cột 4: mục này trống",
		"kind: test\nitems: [{id: a}, null]\n":        "x.yaml, dòng 2, cột 18: mục này trống",
		"kind: test\nitems:\n  - id: a\n    value:\n": "",
	} {
		if d, got := decoded("x.yaml", text); got != want || want == "" && d.Items[0].Value != nil {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Whether a number can be read is a matter of its digits alone.
func TestNumbersAsTheyStand(t *testing.T) {
	for text, ok := range map[string]bool{
		"0": true, "-1.5": true, "1.50": true, "007": true, "999999999999999": true, "1000000000000000": false,
		"0.123456789": true, "0.1234567890": false,
		"1e3": false, "0x10": false, ".5": false, "5.": false, "+1": false, "1_000": false, "1 000": false,
		".inf": false, ".nan": false, "--1": false, "\"1.50\"": true,
	} {
		d, got := decoded("x.yaml", "kind: test\nitems: [{id: a, value: "+text+"}]\n")
		if (got == "") != ok {
			t.Errorf("%s: %q", text, got)
		}
		if bare := strings.Trim(text, `"`); ok && !d.Items[0].Value.Equal(decimal.RequireFromString(bare)) {
			t.Errorf("%s was read as %s", text, d.Items[0].Value)
		}
	}
}

func TestWholeNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"9": "", "10": "cần không quá 9", "-3": "", "1.0": "cần một số nguyên", "99999999999": "cần một số nguyên",
		"[1]": "cần một giá trị đơn",
	} {
		if _, got := decoded("x.yaml", "kind: test\nitems: [{id: a, count: "+text+
			"}]\n"); (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// What is said of a value that could not be read is said once: it is not
// missing as well.
func TestAnUnreadableValueIsNotAlsoMissing(t *testing.T) {
	err := Decode("x.yaml", []byte("kind: test\nitems: [{id: [a]}]\n"), new(doc))
	if list := problem.Of(err); len(list) != 1 || !strings.Contains(list[0].Message, "cần một giá trị đơn") {
		t.Errorf("got %v", err)
	}
	err = Decode("x.yaml", []byte("kind: test\nitems: [{id: [a]}, {value: 1}]\n"), new(doc))
	if list := problem.Of(err); len(list) != 2 || list[1].Message != `thiếu "id"` || list[1].Column != 20 {
		t.Errorf("got %v", err)
	}
}

func TestHintsForUnknownKeys(t *testing.T) {
	for key, want := range map[string]string{
		"valeu": `có phải ý là "value"?`, "xyz": "các khóa dùng được: color, count, id, met, source, value",
	} {
		err := Decode("x.yaml", []byte("kind: test\nitems: [{id: a, "+key+": 1}]\n"), new(doc))
		if p := problem.Of(orFail(t, err))[0]; p.Hint != want {
			t.Errorf("%s: %q", key, p.Hint)
		}
	}
}

// Any document of plain values reads the same from JSON as from YAML, its
// numbers with the digits they were written with.
func TestJSONAndYAMLReadAlike(t *testing.T) {
	number := rapid.StringMatching(`-?(0|[1-9]\d{0,14})(\.\d{1,9})?`)
	word := rapid.StringMatching(`[a-zăâđêôơưáạ][a-zăâđêôơưáạ -]{0,8}[a-zê]`)
	rapid.Check(t, func(t *rapid.T) {
		var asYAML, asJSON []string
		var numbers []string
		for range rapid.IntRange(0, 5).Draw(t, "items") {
			id, n, met := word.Draw(t, "id"), number.Draw(t, "number"), rapid.Bool().Draw(t, "met")
			asYAML = append(asYAML, fmt.Sprintf("  - id: '%s'\n    value: %s\n    met: %v\n", id, n, met))
			asJSON = append(asJSON, fmt.Sprintf(`{"id": %q, "value": %s, "met": %v}`, id, n, met))
			numbers = append(numbers, n)
		}
		var a, b doc
		if err := Decode("x.yaml", []byte("kind: test\nitems:\n"+strings.Join(asYAML, "")), &a); err != nil {
			t.Fatal(err)
		}
		if err := Decode("x.json", []byte(`{"kind": "test", "items": [`+strings.Join(asJSON, ", ")+"]}"),
			&b); err != nil {
			t.Fatal(err)
		}
		if len(a.Items) != len(numbers) || len(b.Items) != len(numbers) {
			t.Fatalf("%d items, %d from YAML, %d from JSON", len(numbers), len(a.Items), len(b.Items))
		}
		for i, n := range numbers {
			x, y := a.Items[i], b.Items[i]
			_, fraction, _ := strings.Cut(n, ".")
			if x.ID != y.ID || *x.Met != *y.Met || !x.Value.Equal(*y.Value) ||
				x.Value.Exponent() != y.Value.Exponent() || int(-x.Value.Exponent()) != len(fraction) {
				t.Fatalf("%s: %+v from YAML, %+v from JSON", n, x, y)
			}
		}
	})
}

func TestPositionsOfThings(t *testing.T) {
	text := "# đầu\nkind: test\nitems:\n  -   id: a\n  - {id: b}\n"
	d, got := decoded("x.yaml", text)
	if got != "" {
		t.Fatal(got)
	}
	want := []Pos{{File: "x.yaml", Line: 2, Column: 1}, {File: "x.yaml", Line: 4, Column: 7},
		{File: "x.yaml", Line: 5, Column: 5}}
	if diff := cmp.Diff(want, []Pos{d.Pos, d.Items[0].Pos, d.Items[1].Pos}); diff != "" {
		t.Error(diff)
	}
}

func TestAFileOfTheLargestSizeIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.yaml")
	head := "kind: test\n#"
	if err := os.WriteFile(path, []byte(head+strings.Repeat("x", MaxSize-len(head))), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Read(path, new(doc)); err != nil {
		t.Error(err)
	}
}

func TestOneOfSaysWhichWordsThereAre(t *testing.T) {
	c := color("đỏ")
	err := OneOf(&c, []byte("tím"), "màu", []color{"xanh", "đỏ"})
	if err == nil || err.Error() != `đọc thấy màu "tím", cần một trong: xanh, đỏ` || c != "đỏ" {
		t.Errorf("%v, and the word became %q", err, c)
	}
}
