package lawbook

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/decision"
)

// paperOf reads one of the invented decisions.
func paperOf(t testing.TB, name, level string, layer criteria.Layer) Paper {
	t.Helper()
	d, err := decision.Read(filepath.Join("../../testdata/decisions", "gia-dinh-"+name))
	if err != nil {
		t.Fatal(err)
	}
	return paperIn(t, d, level, layer)
}

func paperIn(t testing.TB, d *decision.Decision, level string, layer criteria.Layer) Paper {
	t.Helper()
	for _, a := range d.Annexes {
		if a.Level == level || a.Level == "" {
			p := Paper{Annex: a, Layer: layer, Decision: criteria.Document{Number: d.Number}}
			if !d.Date.IsZero() {
				p.Decision.Date = criteria.Day(d.Date.Year(), d.Date.Month(), d.Date.Day())
			}
			return p
		}
	}
	t.Fatalf("no annex of %s", level)
	return Paper{}
}

// table makes a paper of a table that a test writes, one row a line, its cells apart by |.
func tablePaper(t testing.TB, layer criteria.Layer, lines ...string) Paper {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bang.html")
	var page strings.Builder
	page.WriteString("<p>Số: 961/QĐ-TTg</p><p>Hà Nội, ngày 01 tháng 3 năm 2026</p><p>BỘ TIÊU CHÍ XÃ NÔNG THÔN " +
		"MỚI</p><table>")
	notes := ""
	for _, line := range lines {
		if note, is := strings.CutPrefix(line, "note "); is {
			notes += "<p>" + note + "</p>"
			continue
		}
		page.WriteString("<tr><td>" + strings.ReplaceAll(line, "|", "</td><td>") + "</td></tr>")
	}
	page.WriteString("</table>" + notes)
	write(t, path, page.String())
	d, err := decision.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return paperIn(t, d, "ntm", layer)
}

// readInto is the workbook into which papers were read, and what was read.
func readInto(t testing.TB, lib *criteria.Library, id string, scope Scope, papers ...Paper) (workbook, *Summary) {
	t.Helper()
	var out bytes.Buffer
	sum, err := ExportRead(&out, lib, mustStandard(t, id), scope, papers, day)
	if err != nil {
		t.Fatal(err)
	}
	return open(t, out.Bytes()), sum
}

// rowsOf are the rows of the sheet Đối chiếu, as a person reads them.
func rowsOf(t testing.TB, lib *criteria.Library, id string, papers ...Paper) map[string]*said {
	t.Helper()
	l := newLaw(lib, mustStandard(t, id), "")
	r := newReading(l, nil, papers)
	out := map[string]*said{}
	for i := range r.rows {
		out[r.rows[i].key(l)] = r.rows[i].said
	}
	return out
}

const byRegion = "TT|Tên tiêu chí|Nội dung tiêu chí|Chỉ tiêu chung|Trung du, miền núi phía Bắc|Đồng bằng sông " +
	"Hồng|Bắc Trung Bộ|" +
	"Duyên hải Nam Trung Bộ|Tây Nguyên|Đông Nam Bộ|Đồng bằng sông Cửu Long"

func each(no, criterion, name, cell string) string {
	return strings.Join([]string{no, criterion, name, cell, cell, cell, cell, cell, cell, cell, cell}, "|")
}

// What a decision says is held against what stands, each kind in its way.
func TestWhatIsReadStandsBesideWhatThereIs(t *testing.T) {
	lib := library(t)
	irrigation := "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế"
	for _, tt := range []struct {
		name, line, key string
		kind            Kind
		value, why      string
	}{
		{"the same", each("15", "Y tế", irrigation, "≥ 90%"), "ntm/15.1# 2021-2025 .. *", Same, "90", ""},
		{"as a bare number", each("15", "Y tế", irrigation, "90%"), "ntm/15.1# 2021-2025 .. *", Same, "90", ""},
		{"another", each("15", "Y tế", irrigation, "≥ 91%"), "ntm/15.1# 2021-2025 .. *", Other, "91", ""},
		{"the other way", each("15", "Y tế", irrigation, "≤ 90%"), "ntm/15.1# 2021-2025 .. *", Other, "90", ""},
		{"strictly above", each("15", "Y tế", irrigation, "trên 90%"), "ntm/15.1# 2021-2025 .. *", Other, "90", ""},
		{"left to the province", each("15", "Y tế", irrigation, "UBND cấp tỉnh quy định cụ thể"),
			"ntm/15.1# 2021-2025 .. *", Other, "", ""},
		{"not asked", each("15", "Y tế", irrigation, "Không áp dụng"), "ntm/15.1# 2021-2025 .. *", Other,
			"Không áp dụng", ""},
		{"in words", each("15", "Y tế", irrigation, "Đạt"), "ntm/15.1# 2021-2025 .. *", Again, "",
			`quyết định chỉ ghi "Đạt"`},
		{"in another unit", each("15", "Y tế", irrigation, "≥ 2 mô hình"), "ntm/15.1# 2021-2025 .. btb", Again, "",
			"mô hình"},
		{"that cannot be", each("15", "Y tế", irrigation, "≥ 900%"), "ntm/15.1# 2021-2025 .. btb", Again, "",
			"vượt quá 100"},
		{"under another's number", each("4", "Điện", "4.1. Tỷ lệ người dân tham gia bảo hiểm y tế", "≥ 90%"),
			"ntm/4.1# 2021-2025 .. *", Again, "", "nội dung giống chỉ tiêu 15.1 "},
		{"a grade", each("3", "Thủy lợi", "3.2. Đảm bảo yêu cầu chủ động về phòng chống thiên tai theo phương "+
			"châm 4 tại chỗ", "Loại khá trở lên"),
			"ntm/3.2# 2021-2025 .. *", Other, "khá", ""},
		{"of no grade here", each("3", "Thủy lợi", "3.2. Đảm bảo yêu cầu chủ động về phòng chống thiên tai theo "+
			"phương châm 4 tại chỗ", "Loại xuất sắc"),
			"ntm/3.2# 2021-2025 .. *", Again, "", `không có xếp loại "xuất sắc"`},
		{"none", each("9", "Nhà ở dân cư", "9.1. Nhà tạm, dột nát", "Không"), "ntm/9.1# 2021-2025 .. *", Same, "0", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rows := rowsOf(t, lib, "ntm-2021-2025", tablePaper(t, criteria.Nation, byRegion, tt.line))
			got := rows[tt.key]
			if got == nil {
				for key := range rows {
					if strings.HasPrefix(key, tt.key[:strings.Index(tt.key, "#")+1]) {
						t.Log(key)
					}
				}
				t.Fatalf("no row %s", tt.key)
			}
			if got.kind != tt.kind || got.asks.value() != tt.value || !strings.Contains(strings.Join(got.why, "; "),
				tt.why) || (tt.kind == Again) != (len(got.why) > 0) {
				t.Errorf("%s, %q, %q", got.kind, got.asks.value(), got.why)
			}
		})
	}
	absent := rowsOf(t, lib, "ntm-2021-2025", tablePaper(t, criteria.Nation, byRegion,
		each("15", "Y tế", irrigation, "≥ 90%")))["ntm/1.1# 2021-2025 .. *"]
	if absent == nil || absent.kind != Absent || marker(absent) != "không có||" {
		t.Errorf("what the decision does not have: %+v", absent)
	}
}

// Notes stand in the words of the cell that they mark; one that may change the threshold
// is for a person.
func TestNotesOfACell(t *testing.T) {
	lib := library(t)
	name := "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế"
	for _, tt := range []struct {
		note string
		kind Kind
		want string
	}{
		{"note (1) Theo tiêu chuẩn hiện hành.", Same, "[chú thích 1: Theo tiêu chuẩn hiện hành.]"},
		{"note (1) Riêng xã đảo là 60%.", Again, "[chú thích 1: Riêng xã đảo là 60%.]"},
		{"note (2) Của ô khác.", Again, "≥ 90%"},
	} {
		p := tablePaper(t, criteria.Nation, byRegion, each("15", "Y tế", name, "≥ 90% (1)"), tt.note)
		got := rowsOf(t, lib, "ntm-2021-2025", p)["ntm/15.1# 2021-2025 .. *"]
		if got.kind != tt.kind || !strings.Contains(got.words, tt.want) {
			t.Errorf("%s: %s, %q, %q", tt.note, got.kind, got.words, got.why)
		}
	}
}

// A later paper is laid over an earlier one, and each row says which it is of.
func TestASecondDecisionOverTheFirst(t *testing.T) {
	lib := library(t)
	name := "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế"
	first := tablePaper(t, criteria.Nation, byRegion, each("15", "Y tế", name, "≥ 90%"),
		each("9", "Nhà ở dân cư", "9.1. Nhà tạm, dột nát", "Không"))
	second := tablePaper(t, criteria.Nation, byRegion, each("15", "Y tế", name, "≥ 92%"))
	second.Decision.Number = "962/QĐ-TTg"
	rows := rowsOf(t, lib, "ntm-2021-2025", first, second)
	if got := rows["ntm/15.1# 2021-2025 .. *"]; got.asks.value() != "92" || got.paper.Decision.Number != "962/QĐ-TTg" ||
		got.paper.article() != "Phụ lục" {
		t.Errorf("the second: %s of %q", got.asks.value(), got.paper.Decision.Number)
	}
	if got := rows["ntm/9.1# 2021-2025 .. *"]; got.kind != Same || got.paper.Decision.Number != first.Decision.Number {
		t.Errorf("the first: %s of %q", got.kind, got.paper.Decision.Number)
	}
}

// Nothing that was read counts before a person takes it; then it does, with the
// decision's words.
func TestOnlyAPersonTakesWhatWasRead(t *testing.T) {
	lib := library(t)
	paper := paperOf(t, "theo-nhom.docx", "ntm", criteria.Nation)
	w, sum := readInto(t, lib, frame, Scope{}, paper)
	if sum.Indicators != 12 || sum.Read != 35 || sum.Unread != 0 || sum.Rows[Again] != 2 || len(sum.Again) < 2 {
		t.Errorf("%+v", sum)
	}
	untouched := w.read(lib)
	if changes := untouched.Changes(); len(changes) > 0 || untouched.Left() != 14 ||
		untouched.Layer() != criteria.Nation {
		t.Errorf("untouched: %d changes, %d left, %s", len(changes), untouched.Left(), untouched.Layer())
	}
	who := map[string]any{idBy: "Nguyễn Thị Kiểm", idOn: "15/3/2026", idAll: "x"}
	for id, v := range who {
		w.set(checkSheet, readHeadCell(w, id), v)
	}
	filled := w.read(lib)
	for _, c := range filled.Changes() {
		if slices.Contains([]string{"ntm/2.3", "ntm/7.2"}, c.Indicator) {
			t.Errorf("%s must be read again, and was taken with the others", c.Indicator)
		}
	}
	all, err := filled.Packs("Văn phòng thử", criteria.Nation)
	if err != nil || len(all) != 1 || all[0].ID != "van-phong-thu-trung-uong-2026-2030" ||
		all[0].Name != "Ngưỡng của trung ương do Văn phòng thử đối chiếu, áp dụng giai đoạn 2026–2030" {
		t.Fatalf("%+v, %v", all, err)
	}
	after := library(t, packsOfLayer(t, filled, criteria.Nation)...)
	for trait, want := range map[criteria.Trait]string{criteria.NextToUrban: "mức độ 2 trở lên",
		criteria.AreaIII: "Không áp dụng"} {
		set, err := after.Resolve(criteria.Query{Year: 2026, Region: criteria.NorthCentral,
			Traits: []criteria.Trait{trait}})
		if err != nil {
			t.Fatal(err)
		}
		for _, ind := range set.Levels[0].Criteria[6].Indicators {
			if r := &ind.Requirement; ind.No == "7.3" &&
				(r.String() != want || r.Basis.Status != criteria.Confirmed || r.Basis.Layer != criteria.Nation ||
					!strings.Contains(r.Basis.Source, "nguyên văn: Nhóm 1, Nhóm 2: Mức độ 2; Nhóm 3: Không áp dụng")) {
				t.Errorf("%s: %s, %+v", trait, r, r.Basis)
			}
		}
	}
	if again := w.read(after).Changes(); len(again) > 0 {
		t.Errorf("taken twice, it changes %v", again)
	}
}

func readHeadCell(w workbook, id string) string {
	row, at, _ := w.grid(checkSheet).table(headID(id))
	return refOf(at[headID(id)], row+2)
}

func packsOfLayer(t testing.TB, filled *Filled, layer criteria.Layer) []string {
	t.Helper()
	all, err := filled.Packs("Văn phòng thử", layer)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, o := range all {
		out = append(out, textOfPack(t, o))
	}
	return out
}
