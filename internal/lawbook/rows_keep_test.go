package lawbook

import (
	"maps"
	"strings"
	"testing"

	"ntm/internal/lawbook/binder"
	"ntm/internal/problem"
)

// A row that confirms what another decision sets, a condition or an amended row, keeps
// that decision, whatever the head of the sheet names.
func TestEachRowKeepsItsDecision(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "ntm-2021-2025"))
	w.fillHead(map[string]any{idDecision: "05/QĐ-GIẢ-ĐỊNH", idDate: "1/6/2022", idArticle: "Phụ lục",
		idBy: "Người Giả Định",
		idOn: "15/3/2026"})
	keys := map[string]string{
		"ntm/satisfaction# 2021-2025 .. btb": "18/2022/QĐ-TTg",
		"ntm/13.1# 2021-2025 2024-03-01.. *": "318/QĐ-TTg",
		"ntm/10# 2023-2023 .. btb":           "05/QĐ-GIẢ-ĐỊNH",
	}
	for key := range keys {
		w.fill(key, map[string]any{idTick: "x"})
	}
	changes := w.read(lib).Changes()
	if len(changes) != len(keys) {
		t.Fatalf("%d changes", len(changes))
	}
	for _, c := range changes {
		found := false
		for key, decision := range keys {
			if strings.HasPrefix(key, c.Indicator+"#") {
				found = strings.HasPrefix(c.After.Document, decision)
			}
		}
		if !found {
			t.Errorf("%s is by %s", c.Indicator, c.After.Document)
		}
	}
	// What a row names itself goes before.
	w.fill("ntm/satisfaction# 2021-2025 .. btb", map[string]any{idDecision: "7/QĐ-GIẢ-ĐỊNH", idDate: "2/6/2022"})
	for _, c := range w.read(lib).Changes() {
		if c.Indicator == "ntm/satisfaction" && !strings.HasPrefix(c.After.Document, "7/QĐ-GIẢ-ĐỊNH") {
			t.Errorf("a row's own: %s", c.After.Document)
		}
	}
}

// A laxer value with its clause is taken beside another column's, in every order.
func TestALaxerValueBesideAnother(t *testing.T) {
	lib := library(t)
	const upland = "nang-cao/17.11# 2021-2025 .. tdmnpb"
	for name, rows := range map[string][2]map[string]any{
		"both the same, one with its clause": {{idValue: 3, idLaxer: "Điều 9"}, {idValue: 5}},
		"one ticked":                         {{idValue: 3, idLaxer: "Điều 9"}, {idTick: "x"}},
		"both laxer":                         {{idValue: 3, idLaxer: "Điều 9"}, {idValue: 3, idLaxer: "Điều 9"}},
		"clauses apart":                      {{idValue: 3, idLaxer: "Điều 9"}, {idValue: 2, idLaxer: "Điều 10"}},
		"the clause at one of two rows":      {{idValue: 5, idLaxer: "Điều 9"}, {idValue: 5}},
	} {
		w := open(t, exported(t, lib, "nang-cao-2021-2025"))
		w.fillHead(head)
		w.fill(trees, rows[0])
		w.fill(upland, rows[1])
		after := library(t, packsOf(t, w.read(lib))...) // fails where the loader refuses
		if len(after.Overlays) != len(lib.Overlays)+1 {
			t.Errorf("%s: %d packs", name, len(after.Overlays))
		}
	}
}

// Nor does what another column raises turn a pack of the program against it: kieu-mau/2,
// which a province has a level of its own for, rests on nang-cao/10.
func TestARaisedColumnBesideALaxerOne(t *testing.T) {
	lib := library(t)
	std, _ := lib.StandardByID("nang-cao-2021-2025")
	w := open(t, exportedFor(t, lib, std, Scope{}))
	w.fillHead(head)
	w.fill(income, map[string]any{idValue: 30, idLaxer: "Điều 9"})
	w.fill("nang-cao/10# 2023-2023 .. tdmnpb", map[string]any{idValue: 99})
	w.fill("nang-cao/10# 2023-2023 .. dbsh", map[string]any{idValue: 99})
	library(t, packsOf(t, w.read(lib))...)
}

// Cells of one row that contradict one another are refused, with the cell.
func TestCellsThatContradict(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	for key, row := range map[string]map[string]any{
		income: {idTick: "x", idValue: 52}, it: {idTick: "x", idValue: "Đạt"}, plan: {idTick: "x", idWay: "Đạt"},
		rated: {idTick: "✓", idValue: "Tốt"},
	} {
		w.fillHead(head)
		w.fill(key, row)
		_, list := w.problems(lib)
		if len(list) != 1 || list[0].Cell != w.at(checkSheet, idTick, w.row(key)) ||
			!strings.Contains(list[0].Message, "vừa đánh dấu ngưỡng hiện có là đúng vừa ghi") {
			t.Errorf("%s: %v", key, list)
		}
		w.restore("", "")
	}
	w = open(t, exported(t, lib, frame))
	for name, tt := range map[string]struct {
		changes map[string]any
		at      string
		want    string
	}{
		"a number of another criterion": {map[string]any{idCriterion: "2"}, idNo, "không thuộc tiêu chí 2"},
		"a blank group": {map[string]any{idValue: "", idAt + "nhom-1": 3, idAt + "nhom-2": 3}, idAt + "nhom-3",
			"còn để trống"},
		"two blank groups": {map[string]any{idValue: "", idAt + "nhom-2": 3}, idAt + "nhom-1", "còn để trống"},
		"a group not asked, one blank": {map[string]any{idValue: "", idAt + "nhom-1": "Không áp dụng",
			idAt + "nhom-3": 2}, idAt + "nhom-2", "còn để trống"},
	} {
		row := maps.Clone(poverty)
		maps.Copy(row, tt.changes)
		w.fillHead(frameHead)
		w.fillNew(0, row)
		_, list := w.problems(lib)
		if len(list) == 0 || list[0].Cell != w.newCell(0, tt.at) || !strings.Contains(list[0].Message, tt.want) {
			t.Errorf("%s: %v", name, list)
		}
		w.restore("", "")
	}
}

// So are pairs on the sheet of the procedure, and rows that say nothing.
func TestPairsOfTheProcedure(t *testing.T) {
	lib := library(t)
	none := map[string]any{askArrears: notSet, askSatisfaction: notSet, askCoverage: notSet, askSecurity: notSet,
		askRevokeAll: "51"}
	for name, tt := range map[string]struct {
		values map[string]any
		want   string
	}{
		"a key share above the plain one": {map[string]any{askRevokeFrom: "60"}, "số trước phải nhỏ hơn"},
		"a key share as high":             {map[string]any{askRevokeFrom: "51"}, "số trước phải nhỏ hơn"},
		"a share without its criteria":    {map[string]any{askRevokeKey: ""}, "cần cả số % và các tiêu chí"},
		"nobody need be there":            {map[string]any{askQuorum: "0"}, "không thể là 0 %"},
		"nobody need be content":          {map[string]any{askSatisfaction: "0 %"}, "không thể là 0 %"},
		"a survey that asks for nothing":  {map[string]any{askSatisfaction: notSet}, "có tỷ lệ hộ được lấy ý kiến"},
		"no condition":                    {none, "chưa ghi điều kiện công nhận nào"},
		"as it should be":                 {nil, ""},
	} {
		values := maps.Clone(procedureValues)
		maps.Copy(values, tt.values)
		_, problems := procedureBook(t, lib, values, procedureWho).problems(lib)
		if tt.want == "" && len(problems) > 0 || tt.want != "" && (len(problems) != 1 ||
			!strings.Contains(problems.Error(), tt.want) || problems[0].Cell == "" ||
			problems[0].Sheet != procedureSheet) {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

// What the loader says of a pack is told of the workbook's cell, wherever in the pack.
func TestWhereInThePack(t *testing.T) {
	lib := library(t)
	w := procedureBook(t, lib, procedureValues, procedureWho)
	filled := w.read(lib)
	p, err := filled.Procedure("Văn phòng thử")
	if err != nil {
		t.Fatal(err)
	}
	text := binder.Text(p)
	line := func(of string) int {
		before, _, _ := strings.Cut(text, of)
		return strings.Count(before, "\n") + 1
	}
	row := func(ask string) string {
		at, _, _ := w.grid(procedureSheet).find(func(text string) bool { return text == ask })
		return w.at(procedureSheet, idValue, at+1)
	}
	for of, want := range map[string]string{"id: satisfaction": row(askSatisfaction), "quorum:": row(askQuorum),
		"proposal:": row(askProposal), "revocation:": row(askRevokeKey), "decision:": filled.procedure.head} {
		told := filled.Refused(problem.Problem{File: "thu-tuc.yaml", Line: line(of), Message: "sai"}, []byte(text))
		if told.Sheet != procedureSheet || told.Cell != want || told.Line != 0 || told.File != filled.file {
			t.Errorf("%s: %+v, want %s", of, told, want)
		}
	}
	for section, want := range map[string]string{"decision:": filled.head, "name: a": filled.head} {
		told := filled.Refused(problem.Problem{File: "bo.yaml", Line: 2, Message: "sai"},
			[]byte("schema: ntm.overlay.v1\n"+section+"\n"))
		if told.Sheet != checkSheet || told.Cell != want {
			t.Errorf("%s: %+v", section, told)
		}
	}
}
