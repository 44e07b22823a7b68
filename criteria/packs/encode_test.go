package packs

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/vi"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// everything is an overlay with every key that a pack may have.
const everything = `schema: ntm.overlay.v1
id: tat-ca
name: 'Tên: có dấu "ngoặc", ''nháy'' # và dấu thăng'
layer: province
province: Giả Định
years: {from: 2021, to: 2025}
decision: {number: 12/2022/QĐ-UBND, date: 2022-07-01}
annex: "Dòng một\nDòng hai\t\\ hết"
groups:
  - {id: v1, name: Vùng 1, any_of: [[safe_zone, poor_district], [area_ii]], status: seen, source: "- gạch"}
  - {id: v2, name: Vùng 2, otherwise: true, note: ghi chú, status: seen, source: "true"}
figures:
  - {id: so_lieu, name: Số liệu, unit: "%", counted_in: hộ, numerator: Tử, denominator: Mẫu, how: "[cách]", by_year: [{years: {from: 2021, to: 2022}, text: chữ, status: seen, source: thử}], confirmed_by: ngành, plausible: {from: 0, to: 100.0}, relations: [{kind: part_of, to: khac, of: counted, counts: true, drift: 5}, {kind: rate_of, to: so_tru, within: true}], short: gọn, also: "gọn; khác", told: result}
  - {id: so_hai, name: Hai, unit: "%", counted_in: hộ, numerator: T, denominator: M, formula: "(a + b) / c",
     confirmed_by: x}
  - {id: so_tru, name: Số trừ, unit: hộ, leaves_out_of: so_lieu, confirmed_by: ngành}
add:
  - level: ntm
    no: "20"
    name: Tiêu chí
    indicators:
      - no: "20.10"
        name: 20.10
        applies_unless: [no_craft_village]
        rules:
          - name: Tên khác
            from: 2022-01-01
            until: 2023-12-31
            columns: [v1, v2]
            levels: [ntm]
            with: [safe_zone]
            without: [area_ii]
            layer: ministry
            decision: {number: "1, 2"}
            amended_by: 211/QĐ-TTg
            article: Điều 3
            figure: so_lieu
            at_least: {2021: {v1: 1.50, v2: 0.10}, 2022: unknown, 2023: 3, 2024: {chung: 4}, 2025: 5}
            text: 1e5
            cells: [{year: 2021, column: v1, status: seen, source: x}, {column: v2, status: doubtful, source: "y"}]
            status: confirmed
            source: 2022-01-01
            checked_by: ~x
            checked_on: 2023-01-01
set:
  - indicator: ntm/5
    laxer_by: "Điều 9: cho phép"
    some_of:
      least: 1
      of:
        - {figure: a, exactly: 3}
        - {figure: a, more_than: 50}
        - {figure: a, less_than: {btb: 5}}
        - any_of:
            - {figure: b, at_most: 0.5, case: true}
            - all_of: [{figure: c, declared: true}, {figure: d, set_by: province}, {figure: e, not_asked: true}, {relative: {to: nang-cao/10, op: at_least, factor: 1.10}}]
    status: seen
    source: '%x'
conditions:
  - id: them
    name: Điều kiện thêm
    rules:
      - {levels: [nang-cao], figure: a, at_least: 2, if_given: true, status: seen, source: thử}
prerequisites:
  - {for: nang-cao, level: ntm, text: Đạt, any_period: true, status: seen, source: z}
leave_out:
  - figure: so_tru
    from: both
    decision: {number: 3/NQ-HĐND, date: 2022-01-01}
    article: "Điều 2: hộ"
    status: confirmed
    source: '#'
    checked_by: người
    checked_on: 2023-01-01
`

func decoded(t testing.TB, text string) *criteria.Overlay {
	t.Helper()
	o := new(criteria.Overlay)
	if err := Decode("thu.yaml", []byte(text), o); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return o
}

func encoded(t testing.TB, o *criteria.Overlay) string {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sameOverlay compares what packs say, wherever in their files they say it.
var sameOverlay = cmp.Options{
	cmp.Comparer(func(_, _ criteria.Pos) bool { return true }),
	cmp.Comparer(func(a, b criteria.Date) bool { return a.String() == b.String() }),
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	texts := []string{everything}
	err := filepath.Walk(".", func(path string, _ os.FileInfo, err error) error {
		data, readErr := os.ReadFile(path)
		if err == nil && readErr == nil && filepath.Ext(path) == ".yaml" && strings.Contains(string(data),
			"schema: ntm.overlay.v1") {
			texts = append(texts, string(data))
		}
		return err
	})
	if err != nil || len(texts) < 2 {
		t.Fatalf("%d packs, %v", len(texts), err)
	}
	for _, text := range texts {
		want := decoded(t, text)
		written := encoded(t, want)
		if diff := cmp.Diff(want, decoded(t, written), sameOverlay); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%s", want.ID, diff, written)
		}
		if again := encoded(t, decoded(t, written)); again != written {
			t.Errorf("%s: written twice, it differs:\n%s", want.ID, cmp.Diff(written, again))
		}
	}
	if written := encoded(t, decoded(t, everything)); !strings.Contains(written, "v1: 1.50, v2: 0.10") {
		t.Errorf("decimals are not kept as typed:\n%s", written)
	}
}

// A key that packs learn later must not be lost on its way through a workbook.
func TestEveryKeyOfAPackIsWritten(t *testing.T) {
	written := encoded(t, decoded(t, everything))
	seen := map[reflect.Type]bool{}
	var walk func(typ reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] || !strings.HasSuffix(typ.PkgPath(), "criteria") ||
			typ == reflect.TypeFor[criteria.Date]() || typ == reflect.TypeFor[criteria.Series]() {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			key, _, _ := strings.Cut(typ.Field(i).Tag.Get("yaml"), ",")
			if key != "" && key != "-" && !strings.Contains(written, key+":") {
				t.Errorf("%s.%s (%s) is not written", typ.Name(), typ.Field(i).Name, key)
			}
			walk(typ.Field(i).Type)
		}
	}
	walk(reflect.TypeFor[criteria.Overlay]())
}

func TestTextsAreReadBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.TrimSpace(
			rapid.StringOf(rapid.RuneFrom([]rune("aÊđ 0-:#'\"{}[],&*!|>%@`\\~?=<\n\tyno"))).Draw(rt, "text"))
		if text = vi.NFC(text); text == "" {
			return
		}
		o := decoded(t, everything)
		o.Name, o.Annex, o.Set[0].Decision = text, text, &criteria.Document{Number: text}
		back := decoded(t, encoded(t, o))
		if back.Name != text || back.Annex != text || back.Set[0].Decision.Number != text {
			rt.Fatalf("%q is read back as %q, %q", text, back.Name, back.Set[0].Decision.Number)
		}
	})
}
