package lawbook

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// readInto is the workbook into which papers were read, and what was read.
func readInto(t testing.TB, lib *criteria.Library, id string, scope Scope, papers ...collation.Paper) (workbook,
	*collation.Summary) {
	t.Helper()
	var out bytes.Buffer
	sum, err := ExportRead(&out, lib, collationtest.Standard(t, id), scope, papers, day)
	if err != nil {
		t.Fatal(err)
	}
	return open(t, out.Bytes()), sum
}

// Nothing that was read counts before a person takes it; then it does, with the
// decision's words.
func TestOnlyAPersonTakesWhatWasRead(t *testing.T) {
	lib := library(t)
	paper := collationtest.PaperOf(t, "theo-nhom.docx", "ntm", criteria.Nation)
	w, sum := readInto(t, lib, frame, Scope{}, paper)
	if sum.Indicators != 12 || sum.Read != 35 || sum.Unread != 0 || sum.Rows[collation.Again] != 0 ||
		sum.Rows[collation.Choose] != 5 {
		t.Errorf("%+v", sum)
	}
	untouched := w.read(lib)
	if changes := untouched.Changes(); len(changes) > 0 || untouched.Left.All() != 15 ||
		untouched.Layer != criteria.Nation {
		t.Errorf("untouched: %d changes, %d left, %s", len(changes), untouched.Left.All(), untouched.Layer)
	}
	who := map[string]any{idBy: "Nguyễn Thị Kiểm", idOn: "15/3/2026", idAll: "x"}
	for id, v := range who {
		w.set(checkSheet, readHeadCell(w, id), v)
	}
	filled := w.read(lib)
	for _, c := range filled.Changes() {
		if c.Indicator == "ntm/2.3" {
			t.Errorf("%s must be chosen a figure for, and was taken with the others", c.Indicator)
		}
		if c.Indicator == "ntm/7.2" && strings.Contains(fmt.Sprint(c.After), "Không áp dụng") {
			t.Errorf("the dash of nhóm 3 was taken to mean something: %+v", c.After)
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

// A list by how many schools a commune has, and one of two things that is enough, come from
// the decision to what communes are asked.
func TestCasesOfNewIndicators(t *testing.T) {
	lib := library(t)
	paper := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup,
		"5|Văn hóa, giáo dục, y tế|5.7. Tỷ lệ trường học giả định có vườn|100%|xã có trên 3 trường: ≥ 71%; xã có từ 3 "+
			"trường trở xuống: ≥ 51%|xã có trên 3 trường: ≥ 61%; xã có từ 3 trường trở xuống: ≥ 41%",
		"3|Kinh tế|3.9. Phát triển giả định|≥ 3 mô hình hoặc ≥ 2 sản phẩm 4 sao|≥ 2 mô hình hoặc ≥ 1 sản phẩm 4 sao|"+
			"≥ 1 mô hình hoặc ≥ 1 sản phẩm 4 sao")
	w, sum := readInto(t, lib, frame, Scope{}, paper)
	if sum.Rows[collation.Again] != 0 {
		t.Errorf("%+v", sum)
	}
	for id, v := range map[string]any{idBy: "Nguyễn Thị Kiểm", idOn: "15/3/2026", idAll: "x"} {
		w.set(checkSheet, readHeadCell(w, id), v)
	}
	g := w.grid(addSheet)
	row, at, _ := g.table(idCriterion)
	for i := row; i < g.end(); i++ {
		if !strings.Contains((line{g, i, at}).text(idRead), "|") {
			continue
		}
		w.set(addSheet, refOf(at[idTick], i), "x")
		w.set(addSheet, refOf(at[idFigure], i), NewFigure)
	}
	after := library(t, packsOfLayer(t, w.read(lib), criteria.Nation)...)
	for trait, want := range map[criteria.Trait][]string{
		criteria.NextToUrban: {"3.9: Phát triển giả định: mô hình: ≥ 3 mô hình hoặc Phát triển giả định: sản " +
			"phẩm 4 sao: " +
			"≥ 2 sản phẩm"},
		criteria.AreaIII: {"≥ 4 trường; Tỷ lệ trường học giả định có vườn: ≥ 61 % hoặc",
			"≤ 3 trường; Tỷ lệ trường học giả định có vườn: ≥ 41 %"},
	} {
		set, err := after.Resolve(criteria.Query{Year: 2026, Region: criteria.NorthCentral,
			Traits: []criteria.Trait{trait}})
		if err != nil {
			t.Fatal(err)
		}
		found := ""
		for _, c := range set.Levels[0].Criteria {
			for _, ind := range c.Indicators {
				found += ind.No + ": " + ind.Requirement.String() + "\n"
			}
		}
		for _, text := range want {
			if !strings.Contains(found, text) {
				t.Errorf("%s: %q not in\n%s", trait, text, found)
			}
		}
	}
}

// Cases that leave a commune out, or mean two for one, are refused with their cell.
func TestCasesMustBeWhole(t *testing.T) {
	lib := library(t)
	one := func(when, part string) map[string]any {
		row := maps.Clone(poverty)
		row[idCase], row[idPart] = when, part
		return row
	}
	for _, tt := range []struct {
		rows []map[string]any
		want string
	}{
		{[]map[string]any{one("xã có từ 4 trường trở lên", ""), one("xã có 2 trường", "")},
			"không trường hợp nào nói xã có 1 trường"},
		{[]map[string]any{one("xã có từ 4 trường trở lên", ""), one("xã có không quá 4 trường", "")},
			"xã có 4 trường thuộc hai trường hợp"},
		{[]map[string]any{one("xã có từ 4 trường trở lên", ""), one("hoặc", "")}, "không cùng một cách chia"},
		{[]map[string]any{one("hoặc (1)", "")}, "không cùng một cách chia"},
		{[]map[string]any{one("xã miền núi", "")}, `đọc thấy trường hợp "xã miền núi"`},
	} {
		if _, got := frameBook(t, lib, tt.rows...).problems(lib); !strings.Contains(got.Error(), tt.want) {
			t.Errorf("%v: %s", tt.rows, got)
		}
	}
}
