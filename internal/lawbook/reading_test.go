package lawbook

import (
	"bytes"
	"fmt"
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
	if sum.Indicators != 12 || sum.Read != 35 || sum.Unread != 0 || sum.Rows[collation.Again] != 1 ||
		len(sum.Again) < 1 {
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
		if c.Indicator == "ntm/2.3" {
			t.Errorf("%s must be read again, and was taken with the others", c.Indicator)
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
