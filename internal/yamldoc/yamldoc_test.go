package yamldoc

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/problem"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

type color string

func (c *color) UnmarshalText(text []byte) error {
	return OneOf(c, text, "màu", []color{"xanh", "đỏ"})
}

type common struct {
	Source string `yaml:"source"`
}

type item struct {
	Pos    Pos              `yaml:"-"`
	ID     string           `yaml:"id" validate:"required"`
	Value  *decimal.Decimal `yaml:"value"`
	Met    *bool            `yaml:"met"`
	Color  color            `yaml:"color"`
	Count  int              `yaml:"count" validate:"max=9"`
	common `yaml:",inline"`
}

type doc struct {
	Pos   Pos            `yaml:"-"`
	Kind  string         `yaml:"kind" validate:"eq=test"`
	Items []item         `yaml:"items" validate:"dive"`
	Names map[string]int `yaml:"names"`
}

func TestDecode(t *testing.T) {
	var got doc
	err := Decode("x.yaml", []byte("kind: test\nitems:\n  - id: a\n    value: 1.50\n    color: đỏ\n    source: "+
		"s\n  - {id: b, met: false, count: 3}\nnames: {x: 1}\n"), &got)
	if err != nil {
		t.Fatal(err)
	}
	if v := got.Items[0].Value; v.Exponent() != -2 || v.String() != "1.5" {
		t.Errorf("1.50 was read as %s with exponent %d", v, v.Exponent())
	}
	if got.Items[0].Source != "s" || got.Items[0].Color != "đỏ" || *got.Items[1].Met || got.Names["x"] != 1 {
		t.Errorf("read %+v", got)
	}
	want := Pos{File: "x.yaml", Line: 3, Column: 5}
	if got.Items[0].Pos != want {
		t.Errorf("first item stands at %v, want %v", got.Items[0].Pos, want)
	}
	if got.Items[1].Value != nil || got.Items[0].Met != nil {
		t.Error("what was not given is not nil")
	}
}

func TestEmptyListIsNotNoList(t *testing.T) {
	var with, without doc
	if err := Decode("x.yaml", []byte("kind: test\nitems: []\n"), &with); err != nil {
		t.Fatal(err)
	}
	if err := Decode("x.yaml", []byte("kind: test\nitems:\n"), &without); err != nil {
		t.Fatal(err)
	}
	if with.Items == nil || without.Items != nil {
		t.Errorf("an empty list reads as %#v, no list as %#v", with.Items, without.Items)
	}
}

func TestDecomposedTextBecomesNFC(t *testing.T) {
	var got doc
	if err := Decode("x.yaml", []byte("kind: test\nitems: [{id: Qua\u0309ng}]\n"), &got); err != nil {
		t.Fatal(err)
	}
	if got.Items[0].ID != "Quảng" {
		t.Errorf("read %q", got.Items[0].ID)
	}
}

// Each document is refused with every one of its mistakes, each at its place.
func TestMistakes(t *testing.T) {
	tests := []struct {
		name, file, text string
		want             []string // line:column message
	}{
		{"unknown key, with the one that was meant", "x.yaml", "kind: test\nitmes: []\n",
			[]string{`2:1 khóa không có trong mẫu "itmes" (có phải ý là "items"?)`}},
		{"duplicate key", "x.yaml", "kind: test\nkind: test\n",
			[]string{`2:1 khóa "kind" viết hai lần (lần trước ở dòng 1) (giữ một, bỏ một)`}},
		{"several at once", "x.yaml", "kind: test\nitems:\n  - id: a\n    value: nhiều\n    met: có\n    color: " +
			"tím\n  - id: b\n    count: 1.5\n", []string{
			`4:12 đọc thấy "nhiều", ở đây cần một số`, `5:10 đọc thấy "có", ở đây cần true hoặc false`,
			`6:12 đọc thấy màu "tím", cần một trong: xanh, đỏ`, `8:12 đọc thấy "1.5", ở đây cần một số nguyên`,
		}},
		{"a number as people type it", "x.yaml", "kind: test\nitems: [{id: a, value: \"1,53\"}]\n",
			[]string{`2:24 đọc thấy "1,53", ở đây cần một số`}},
		{"a number with an exponent", "x.yaml", "kind: test\nitems: [{id: a, value: 1e999999}]\n",
			[]string{`2:24 đọc thấy "1e999999", ở đây cần một số`}},
		{"a list where a value belongs", "x.yaml", "kind: [test]\n", []string{"1:7 ở đây cần một giá trị đơn"}},
		{"a value where a list belongs", "x.yaml", "kind: test\nitems: 3\n", []string{"2:8 ở đây cần một danh sách"}},
		{"a list where keys belong", "x.yaml", "- 1\n", []string{`1:1 đọc thấy "-", ở đây cần các cặp khóa: giá trị`}},
		{"missing key", "x.yaml", "kind: test\nitems:\n  - value: 1\n", []string{`3:5 thiếu "id"`}},
		{"wrong kind of document", "x.yaml", "kind: other\n", []string{`1:1 kind là "other", cần "test"`}},
		{"too large a number", "x.yaml", "kind: test\nitems: [{id: a, count: 12}]\n",
			[]string{"2:9 count là 12, cần không quá 9"}},
		{"alias", "x.yaml", "kind: &k test\nitems: [{id: *k}]\n", []string{"1:7 không dùng neo",
			"2:14 không dùng neo"}},
		{"broken YAML", "x.yaml", "kind: test\nitems: [1,\n  {\n", []string{"3:3 sai cú pháp YAML"}},
		{"tab indentation", "x.yaml", "kind:\n\tx: 1\n", []string{"2:1 sai cú pháp YAML"}},
		{"broken JSON", "x.json", "{\n \"kind\": \"test\",\n}", []string{"3:1 sai cú pháp JSON"}},
		{"JSON cut short", "x.json", "{\"kind\": \"te", []string{"1:12 sai cú pháp JSON"}},
		{"YAML in a JSON file", "x.json", "kind: test\n", []string{"1:1 sai cú pháp JSON"}},
		{"two documents", "x.yaml", "kind: test\n---\nkind: test\n", []string{"2:1 tệp có nhiều hơn một văn bản"}},
		{"empty", "x.yaml", " \n", []string{"0:0 tệp trống"}},
		{"only a comment", "x.yaml", "# trống\n", []string{"0:0 tệp trống"}},
		{"not UTF-8", "x.yaml", "kind: t\xe9st\n", []string{"0:0 tệp không phải văn bản UTF-8"}},
		{"too large", "x.yaml", "kind: " + strings.Repeat("x", MaxSize), []string{"0:0 tệp quá lớn: hơn 2 MB"}},
		{"too deep", "x.yaml", "items: " + strings.Repeat("[", 200) + strings.Repeat("]", 200),
			[]string{"0:0 tệp lồng quá sâu"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := Decode(tt.file, []byte(tt.text), new(doc))
			var got []string
			for _, p := range problem.Of(orFail(t, err)) {
				if p.File != tt.file {
					t.Errorf("problem in file %q", p.File)
				}
				got = append(got, fmt.Sprintf("%d:%d %s (%s)", p.Line, p.Column, p.Message, p.Hint))
			}
			if len(got) != len(tt.want) {
				t.Fatalf("got  %q\nwant %q", got, tt.want)
			}
			for i := range got {
				if !strings.HasPrefix(got[i], tt.want[i]) && !strings.Contains(got[i], tt.want[i]) {
					t.Errorf("got  %s\nwant %s", got[i], tt.want[i])
				}
			}
		})
	}
}

func orFail(t *testing.T, err error) error {
	t.Helper()
	if err == nil {
		t.Fatal("read without complaint")
	}
	return err
}

func TestReadSaysWhyAFileCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	big := filepath.Join(dir, "big.yaml")
	if err := os.WriteFile(big, []byte("kind: "+strings.Repeat("x", MaxSize)), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "none.yaml"): "không có tệp này",
		dir:                             "đây là một thư mục, không phải tệp",
		big:                             "tệp quá lớn",
	} {
		var list problem.List
		if err := Read(path, new(doc)); !errors.As(err, &list) || !strings.Contains(list[0].Message, want) ||
			list[0].File != path || list[0].Hint == "" {
			t.Errorf("%s: got %#v, want %q", path, list, want)
		}
	}
}

func TestJSONReadsAsYAMLDoes(t *testing.T) {
	var fromYAML, fromJSON doc
	if err := Decode("x", []byte("kind: test\nitems:\n- id: a\n  value: 1.50\n"), &fromYAML); err != nil {
		t.Fatal(err)
	}
	if err := Decode("x.json",
		[]byte("{\n\t\"kind\": \"test\",\n\t\"items\": [\n\t\t{\"id\": \"\\u0061\", \"value\": 1.50}\n\t]\n}"),
		&fromJSON); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(fromYAML.Items[0].Value.String(), fromJSON.Items[0].Value.String()); diff != "" ||
		fromJSON.Items[0].ID != "a" {
		t.Error(diff, fromJSON.Items[0].ID)
	}
}

// A document of JSON is read and found wrong, to the column, as the YAML parser reads it, to which
// a comment behind it leads.
func TestJSONIsReadInItsPlaces(t *testing.T) {
	for _, text := range []string{
		`{}`, `{"kind":"test","names":{"á":1,"b":2}}`, "{ \"kind\" : \"test\",\n  \"items\": [ ]\n}",
		"{\"kind\": \"test\", \"items\": [\n {\"id\": \"đ\", \"value\": 1.50, \"met\": true},\n" +
			" {\"id\": \"b\", \"met\": null}]}",
		`{"kind":"khác","items":[{"value":"x"},{"id":"a","count":12,"lạ":1},[1],null]}`,
		"{\"kind\":\"test\",\n\"names\":{\"đ\":1,\"đ\":\"hai\"}," +
			"\"items\":[{\"id\":1e3,\"value\":1e3,\"met\":\"true\"}]}",
		`{"kind":{"kind":"test"},"items":{"id":"a"}}`, `{"kind":["a"],"items":"a"}`,
		`{"kind":"test","items":[{"id":-5,"value":-0.50,"source":"\u0061 \"b\""}]}`,
	} {
		if parseJSON([]byte(text)) == nil {
			t.Errorf("%s is no JSON", text)
		}
		var one, other doc
		asJSON, asYAML := Decode("x", []byte(text), &one), Decode("x", []byte(text+" # YAML"), &other)
		if diff := cmp.Diff(fmt.Sprint(asYAML), fmt.Sprint(asJSON)); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
		if diff := cmp.Diff(other, one, cmp.AllowUnexported(item{})); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
	for _, text := range []string{``, `[]`, `{"a":1,}`, `{"a":1} {}`, `{a: 1}`, `{"a":1} # b`, `{"a"`, `{"a":[1}`} {
		if parseJSON([]byte(text)) != nil {
			t.Errorf("%s is JSON", text)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{"kind: test\nitems:\n  - {id: a, value: 1.50, met: true}\n",
		"{\"kind\": \"test\"}", "a: &b [*b]", "? x\n: y", "\ufeffkind: |\n  a\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, file := range []string{"x.yaml", "x.json"} {
			var d doc
			if err := Decode(file, data, &d); err == nil && d.Kind != "test" {
				t.Errorf("%q was accepted as %q", data, d.Kind)
			}
		}
	})
}
