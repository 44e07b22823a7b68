package lawbook

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/lawbook/binder"
)

// everyField is an office's pack that uses each field that an overlay of an office has, most of
// which have no cell of the workbook.
const everyField = `schema: ntm.overlay.v1
id: van-phong-dieu-phoi-ntm-gia-dinh-2021-2025
name: Quy định giả định (không có giá trị pháp lý)
layer: office
province: Giả Định
years: {from: 2021, to: 2025}
decision: {number: 00/QĐ-GIẢ-ĐỊNH, date: 2022-01-01}
annex: Phụ lục giả định
figures:
  - {id: mo_hinh_gia_dinh, name: Số mô hình giả định, unit: mô hình, confirmed_by: cơ quan giả định}
  - {id: dieu_kien_gia_dinh, name: Điều kiện giả định, unit: đạt/chưa đạt, confirmed_by: cơ quan giả định}
  - {id: ho_tru_gia_dinh, name: Số hộ trừ giả định, unit: hộ, confirmed_by: cơ quan giả định,
     leaves_out_of: clean_water_rate}
add:
  - {level: nang-cao, no: "1", name: Quy hoạch, indicators: [{no: "1.9", name: Có mô hình giả định,
     rules: [{figure: mo_hinh_gia_dinh, at_least: 1, status: seen, source: giả định}]}]}
set:
  - {indicator: nang-cao/17.11, laxer_by: Điều 9, with: [safe_zone], columns: [btb], at_least: 3, status: seen,
     source: giả định, from: 2022-06-01, amended_by: 01/QĐ-GIẢ-ĐỊNH}
  - {indicator: ntm/15.1, at_least: 95, status: confirmed, source: giả định, checked_by: Người Giả Định,
     checked_on: 2023-01-01}
conditions:
  - {id: gia-dinh, name: Điều kiện giả định, rules: [{figure: dieu_kien_gia_dinh, declared: true, status: seen,
     source: giả định}]}
prerequisites:
  - {for: nang-cao, level: ntm, text: Đạt chuẩn giả định, status: seen, source: giả định}
leave_out:
  - {figure: poor_households_left_out, from: numerator, article: Điều 1, status: seen, source: giả định}
  - {figure: ho_tru_gia_dinh, from: both, article: Điều 2, status: seen, source: giả định}
`

// What has no cell is carried along: a workbook exported and given back, untouched or with one
// row filled in, leaves the rest of the law as it was, the rules of what rates leave out too.
func TestWhatHasNoCellIsCarriedAlong(t *testing.T) {
	lib := library(t, everyField)
	before := lib.Overlays[len(lib.Overlays)-1]
	for _, std := range lib.Standards {
		w := open(t, exported(t, lib, std.ID))
		if texts := packsOf(t, w.read(lib)); len(texts) > 0 {
			t.Errorf("%s untouched writes %s", std.ID, strings.Join(texts, "\n"))
		}
	}
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	w.fill(left, map[string]any{idValue: 90, idWay: "≥"})
	texts := packsOf(t, w.read(lib))
	if len(texts) != 1 {
		t.Fatalf("%d packs", len(texts))
	}
	var after criteria.Overlay
	if err := packs.Decode("sau.yaml", []byte(texts[0]), &after); err != nil {
		t.Fatal(err)
	}
	for what, of := range map[string]func(*criteria.Overlay) any{
		"figures":       func(o *criteria.Overlay) any { return o.Figures },
		"add":           func(o *criteria.Overlay) any { return o.Add },
		"conditions":    func(o *criteria.Overlay) any { return o.Conditions },
		"prerequisites": func(o *criteria.Overlay) any { return o.Prerequisites },
		"leave_out":     func(o *criteria.Overlay) any { return o.LeftOut },
	} {
		if was, is := binder.Text(of(before)), binder.Text(of(&after)); was != is {
			t.Errorf("%s was\n%s\nand is\n%s", what, was, is)
		}
	}
	for _, set := range before.Set {
		found := false
		for _, other := range after.Set {
			found = found || binder.Text(set) == binder.Text(other)
		}
		if !found {
			t.Errorf("lost:\n%s", binder.Text(set))
		}
	}
	if len(after.Set) != len(before.Set)+1 {
		t.Errorf("%d rules of %d", len(after.Set), len(before.Set))
	}
	library(t, texts...)
}
