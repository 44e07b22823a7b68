package lawbook

import (
	"bytes"
	"maps"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/problem"

	"github.com/google/go-cmp/cmp"
)

const frame = "ntm-2026-2030"

// Invented indicators: the decision's own are not known here.
var (
	frameHead = map[string]any{idDecision: "51/2025/QĐ-TTg", idArticle: "Phụ lục giả định", idBy: "Nguyễn Thị Kiểm",
		idOn: "15/3/2026"}
	cleanAir = map[string]any{
		idCriterion: "8. Môi trường và cảnh quan nông thôn", idNo: "8.1", idName: "Chỉ tiêu giả định về không khí",
		idNewName: "Tỷ lệ giả định hộ có không khí sạch", idUnit: "%",
		idNumerator: "Số hộ giả định", idOver: "Tổng số hộ", idCounted: "hộ", idConfirmedBy: "ngành giả định",
		idWay:           "≥",
		idAt + "nhom-1": "95", idAt + "nhom-2": 90, idAt + "nhom-3": "80,50 %",
	}
	poverty = map[string]any{idCriterion: "6", idNo: "6.1", idName: "Chỉ tiêu giả định về nghèo",
		idFigure: "Tỷ lệ nghèo đa chiều (multidimensional_poverty_rate)", idWay: "≤", idValue: "5"}
	library2 = map[string]any{idCriterion: "5", idNo: "5.10", idName: "Chỉ tiêu giả định về thư viện",
		idNewName: "Thư viện giả định", idUnit: "đạt/chưa đạt", idWay: "Đạt"}
	roads = map[string]any{idCriterion: "5. Văn hóa, giáo dục, y tế", idNo: "5.9",
		idName: "Chỉ tiêu giả định do tỉnh quy định", idNewName: "Số nhà giả định", idUnit: "nhà",
		idWay: "UBND tỉnh quy định"}
	digital = map[string]any{idCriterion: "11. Tiêu chí giả định", idNo: "11",
		idName: "Chỉ tiêu giả định của tiêu chí mới", idNewName: "Tỷ lệ giả định hộ có không khí sạch", idUnit: "%",
		idNumerator: "Số hộ giả định", idOver: "Tổng số hộ", idCounted: "hộ", idWay: "=", idValue: "100"}
)

func frameBook(t testing.TB, lib *criteria.Library, rows ...map[string]any) workbook {
	t.Helper()
	w := open(t, exported(t, lib, frame))
	w.fillHead(frameHead)
	for i, row := range rows {
		w.fillNew(i*2, row) // with a blank row between
	}
	return w
}

// The frame of 2026–2030 holds criteria without indicators: an office enters
// them, and a commune is judged by what its group must reach.
func TestIndicatorsOfTheFrame(t *testing.T) {
	lib := library(t)
	w := frameBook(t, lib, cleanAir, poverty, library2, roads, digital)
	filled := w.read(lib)
	if changes := filled.Changes(); len(changes) != 5 || !changes[0].Added || changes[0].Indicator != "ntm/8.1" ||
		!strings.Contains(changes[0].After.Text, "≥ 80,50 %") {
		t.Errorf("changes %+v", changes)
	}
	written := packsOf(t, filled)
	if len(written) != 1 {
		t.Fatalf("%d packs", len(written))
	}
	golden(t, "added.yaml", written[0])

	after := library(t, written...)
	for trait, want := range map[criteria.Trait]string{criteria.NextToUrban: "≥ 95 %",
		criteria.LowAgriculture: "≥ 95 %", criteria.AreaIII: "≥ 80,50 %", "": "≥ 90 %"} {
		q := criteria.Query{Year: 2027, Region: criteria.NorthCentral, Province: province}
		if trait != "" {
			q.Traits = []criteria.Trait{trait}
		}
		set, err := after.Resolve(q)
		if err != nil {
			t.Fatal(err)
		}
		r := set.Levels[0].Criteria[7].Indicators[0].Requirement
		if r.String() != want || r.Basis.Status != criteria.Confirmed || r.Basis.Decision != "51/2025/QĐ-TTg" ||
			r.Basis.Layer != criteria.Office {
			t.Errorf("%q: %s, %+v, want %s", trait, r.String(), r.Basis, want)
		}
	}

	again := w.read(after)
	if changes, texts := again.Changes(), packsOf(t, again); len(changes)+len(texts) > 0 {
		t.Errorf("the same workbook again changes %v, writes %v", changes, texts)
	}
}

// An indicator that the office added before is replaced; one that it did not
// enter this time stays; a figure that nothing judges any more goes.
func TestAddingOverEarlierAdditions(t *testing.T) {
	lib := library(t)
	after := library(t, packsOf(t, frameBook(t, lib, cleanAir, library2).read(lib))...)
	moved := maps.Clone(poverty)
	moved[idNo], moved[idCriterion] = "5.10", "5"
	texts := packsOf(t, frameBook(t, after, moved).read(after))
	if len(texts) != 1 || strings.Contains(texts[0], "thư viện") || strings.Contains(texts[0], "office_thu_vien") ||
		!strings.Contains(texts[0], "Chỉ tiêu giả định về không khí") {
		t.Fatalf("got\n%s", strings.Join(texts, "\n"))
	}
	library(t, texts...)
}

// What was added stands on the sheet Đối chiếu from then on.
func TestAddedIndicatorsAreListed(t *testing.T) {
	lib := library(t)
	after := library(t, packsOf(t, frameBook(t, lib, cleanAir).read(lib))...)
	w := frameBook(t, after)
	w.fill("ntm/8.1# 2026-2030 .. nhom-3", map[string]any{idValue: "82"})
	third := library(t, packsOf(t, w.read(after))...)
	set, err := third.Resolve(criteria.Query{Year: 2027, Region: criteria.NorthCentral, Province: province,
		Traits: []criteria.Trait{criteria.AreaII}})
	if err != nil {
		t.Fatal(err)
	}
	if r := set.Levels[0].Criteria[7].Indicators[0].Requirement; r.String() != "≥ 82 %" {
		t.Errorf("got %s", r.String())
	}
}

func TestFigureIDs(t *testing.T) {
	for name, want := range map[string]string{
		"Tỷ lệ hộ dùng nước sạch": "office_ty_le_ho_dung_nuoc_sach", "Đường (km) ≥ 3,5 m": "office_duong_km_3_5_m",
		"…":                            "office",
		strings.Repeat("rất dài ", 20): "office_rat_dai_rat_dai_rat_dai_rat_dai_rat_dai_rat_dai_rat",
	} {
		if got := figureID(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
	lib := library(t)
	other := maps.Clone(digital)
	other[idNumerator], other[idNo], other[idCriterion] = "Số hộ khác", "8.2", "8"
	text := packsOf(t, frameBook(t, lib, cleanAir, other).read(lib))[0]
	if !strings.Contains(text, "- id: office_ty_le_gia_dinh_ho_co_khong_khi_sach\n") ||
		!strings.Contains(text, "- id: office_ty_le_gia_dinh_ho_co_khong_khi_sach_2\n") {
		t.Errorf("two figures of one name:\n%s", text)
	}
}

func TestSlipsInNewIndicators(t *testing.T) {
	lib := library(t)
	with := func(row map[string]any, changes ...any) map[string]any {
		out := maps.Clone(row)
		for i := 0; i < len(changes); i += 2 {
			out[changes[i].(string)] = changes[i+1]
		}
		return out
	}
	tests := []struct {
		name string
		row  map[string]any
		at   string
		want string
	}{
		{"no criterion", with(poverty, idCriterion, ""), idCriterion, "cần số và tên tiêu chí"},
		{"a criterion of another name", with(poverty, idCriterion, "6. Giao thông"), idCriterion,
			"là \"Giảm nghèo và an sinh xã hội\""},
		{"a new criterion without a name", with(poverty, idCriterion, "12"), idCriterion, "cần cả tên"},
		{"no number", with(poverty, idNo, ""), idNo, "số chỉ tiêu"},
		{"no name", with(poverty, idName, ""), idName, "chưa ghi nội dung"},
		{"no figure", with(poverty, idFigure, ""), idFigure, "xét theo số liệu nào"},
		{"an unknown figure", with(poverty, idFigure, "Số liệu lạ"), idFigure, "không có số liệu"},
		{"two figures", with(poverty, idNewName, "Số liệu mới"), idNewName, "vừa chọn số liệu có sẵn"},
		{"no unit", with(cleanAir, idUnit, ""), idUnit, "đơn vị"},
		{"half a rate", with(cleanAir, idNumerator, ""), idNumerator, "cần đủ tử số"},
		{"a rate of no rate", with(library2, idCounted, "hộ"), idCounted, "mới có tử số"},
		{"no way", with(poverty, idWay, ""), idWay, "chưa chọn cách xét"},
		{"no threshold", with(poverty, idValue, ""), idValue, "chưa ghi ngưỡng"},
		{"a threshold of no number", with(poverty, idValue, "ít"), idValue, "cần một số"},
		{"thresholds of both kinds", with(poverty, idAt+"nhom-1", "3"), idAt + "nhom-1", "vừa ghi ngưỡng chung"},
		{"a number for what is declared", with(library2, idWay, "≥", idValue, "1"), idWay, "chỉ xét Đạt"},
		{"Đạt with a threshold", with(library2, idValue, "1"), idValue, "không đi với ngưỡng"},
		{"Đạt for a number", with(poverty, idWay, "Đạt", idValue, ""), idWay, "không xét Đạt được"},
		{"an unknown way", with(poverty, idWay, "hơn"), idWay, "cách xét"},
		{"a truth value", with(poverty, idValue, true), idValue, "TRUE/FALSE"},
		{"a decision without its day", with(poverty, idDecision, "12/QĐ-UBND"), idDate, "thiếu ngày của quyết định"},
	}
	w := open(t, exported(t, lib, frame))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			defer w.restore("", "")
			w.fillHead(frameHead)
			w.fillNew(1, tt.row)
			_, list := w.problems(lib)
			if len(list) != 1 {
				t.Fatalf("%d problems: %v", len(list), list)
			}
			if p := list[0]; p.Sheet != addSheet || p.Cell != w.newCell(1, tt.at) || !strings.Contains(p.Message,
				tt.want) {
				t.Errorf("got  %v\nwant ô %s: … %s", p, w.newCell(1, tt.at), tt.want)
			}
		})
	}
	_, err := Read(t.Context(), "thu.xlsx", bytes.NewReader(frameBook(t, lib, poverty, poverty).bytes()), lib, nil)
	if err == nil || !strings.Contains(err.Error(), "đã ghi ở ô") {
		t.Errorf("one number twice: %v", err)
	}
	w = open(t, exported(t, lib, "ntm-2021-2025"))
	w.fillHead(head)
	w.fillNew(0, with(poverty, idCriterion, "10", idNo, "10"))
	if _, err := Read(t.Context(), "thu.xlsx", bytes.NewReader(w.bytes()), lib, nil); err == nil ||
		!strings.Contains(err.Error(),
			"đã có trong bộ tiêu chí") {
		t.Errorf("a number of the standard: %v", err)
	}
}

// Another office's indicator of the same number is not written over.
func TestNumbersOfOtherOffices(t *testing.T) {
	lib := library(t)
	other, err := frameBook(t, lib, poverty).read(lib).Packs("Cơ quan khác", criteria.Office)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := packs.Encode(&text, other[0]); err != nil {
		t.Fatal(err)
	}
	after := library(t, text.String())
	changed := maps.Clone(poverty)
	changed[idValue] = "4"
	_, err = frameBook(t, after, changed).read(after).Packs("Văn phòng này", criteria.Office)
	if err == nil || !strings.Contains(err.Error(), "co-quan-khac-2026-2030") || problem.Of(err)[0].Cell == "" {
		t.Errorf("got %v", err)
	}
	if diff := cmp.Diff(1, len(other)); diff != "" {
		t.Error(diff)
	}
}
