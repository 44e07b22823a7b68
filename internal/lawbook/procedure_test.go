package lawbook

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// procedureValues are invented: no decision of these years is known here.
var procedureValues = map[string]any{askArrears: "Có", askSatisfaction: "81", askCoverage: 61, askSecurity: "có",
	askQuorum: "71,5", askProposal: "≥ 91",
	askRevokeKey: "3; 8", askRevokeFrom: "31", askRevokeAll: "51"}

var procedureWho = map[string]any{idDecision: "953/2025/QĐ-TTg", idDate: "31/12/2025", idBy: "Nguyễn Thị Kiểm",
	idOn: "15/3/2026"}

// procedureBook is the workbook of the frame with the sheet Thủ tục công nhận filled in.
func procedureBook(t testing.TB, lib *criteria.Library, values, who map[string]any) workbook {
	t.Helper()
	w := open(t, exported(t, lib, frame))
	row, at, _ := w.grid(procedureSheet).table(headID(idBy))
	for id, v := range who {
		w.set(procedureSheet, refOf(at[headID(id)], row+2), v)
	}
	for ask, v := range values {
		at, _, ok := w.grid(procedureSheet).find(func(text string) bool { return text == ask })
		if !ok {
			t.Fatalf("no row %s", ask)
		}
		w.set(procedureSheet, w.at(procedureSheet, idValue, at+1), v)
		if ask == askSatisfaction {
			w.set(procedureSheet, w.at(procedureSheet, idProWords, at+1), "từ 81% trở lên")
			w.set(procedureSheet, w.at(procedureSheet, idArticle, at+1), "Điều 4")
		}
	}
	return w
}

func TestTheProcedureThroughTheWorkbook(t *testing.T) {
	lib := library(t)
	p, err := procedureBook(t, lib, procedureValues, procedureWho).read(lib).Procedure("Văn phòng thử")
	if err != nil || p == nil {
		t.Fatal(p, err)
	}
	var text strings.Builder
	if err := packs.Encode(&text, p); err != nil {
		t.Fatal(err)
	}
	golden(t, "procedure.yaml", text.String())

	after := library(t, text.String())
	set, err := after.Resolve(criteria.Query{Year: 2027, Region: criteria.NorthCentral})
	if err != nil {
		t.Fatal(err)
	}
	if set.Procedure == nil || set.Procedure.Council.Quorum.Value.String() != "71.5" ||
		len(set.Levels[0].Conditions) != 4 {
		t.Errorf("%+v", set.Procedure)
	}
	w := procedureBook(t, after, procedureValues, procedureWho)
	if again, err := w.read(after).Procedure("Văn phòng thử"); again != nil || err != nil {
		t.Errorf("the same again: %v, %v", again, err)
	}
	if _, err := w.read(after).Procedure("Văn phòng khác"); err == nil || !strings.Contains(err.Error(),
		"đã có bộ thủ tục") {
		t.Errorf("another office's: %v", err)
	}
	for ask, want := range map[string]string{askSatisfaction: "≥ 81 %", askQuorum: "≥ 71,5 %", askMeeting: "",
		askArrears: "Không"} {
		if got := presentProcedure(collation.NewLaw(after, collationtest.Standard(t, frame), ""), ask); got != want {
			t.Errorf("%s stands as %q", ask, got)
		}
	}
}

func TestWhatTheProcedureDoesNotAsk(t *testing.T) {
	lib := library(t)
	values := map[string]any{askArrears: "Không quy định", askSatisfaction: "Không quy định",
		askCoverage: "Không quy định", askSecurity: "Có", askRevokeAll: "51"}
	p, err := procedureBook(t, lib, values, procedureWho).read(lib).Procedure("Văn phòng thử")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Conditions) != 1 || len(p.Figures) != 0 || p.Council.Quorum.Status != criteria.Missing ||
		len(p.Revocation.Clauses) != 1 || len(p.Revocation.Against[0].Key) != 10 {
		t.Errorf("%+v", p)
	}
	delete(values, askRevokeAll)
	values[askRevokeFrom], values[askRevokeKey] = "31", "3"
	if p, err = procedureBook(t, lib, values, procedureWho).read(lib).Procedure("Văn phòng thử"); err != nil ||
		p.Revocation.Clauses[0].Below.IsPositive() {
		t.Errorf("%+v, %v", p, err)
	}
	if p, err := open(t, exported(t, lib, frame)).read(lib).Procedure("Văn phòng thử"); p != nil || err != nil {
		t.Errorf("nothing written: %v, %v", p, err)
	}
	if setsProcedure(collation.NewLaw(lib, collationtest.Standard(t, "ntm-2021-2025"), "")) {
		t.Error("the years that have a procedure have the sheet")
	}
}

func TestSlipsInTheProcedure(t *testing.T) {
	lib := library(t)
	with := func(of map[string]any, id string, v any) map[string]any {
		out := map[string]any{}
		for k, old := range of {
			out[k] = old
		}
		out[id] = v
		return out
	}
	for _, tt := range []struct {
		want        string
		values, who map[string]any
	}{
		{"ở đây cần Có hoặc Không quy định", with(procedureValues, askSecurity, "tùy"), procedureWho},
		{"ở đây cần Có hoặc Không quy định", with(procedureValues, askArrears, ""), procedureWho},
		{"vượt quá 100", with(procedureValues, askSatisfaction, "810"), procedureWho},
		{"đọc thấy", with(procedureValues, askQuorum, "nhiều"), procedureWho},
		{`không có tiêu chí "30"`, with(procedureValues, askRevokeKey, "3; 30"), procedureWho},
		{"cần cả số % và các tiêu chí", with(procedureValues, askRevokeKey, ""), procedureWho},
		{"thiếu số quyết định về thủ tục", procedureValues, with(procedureWho, idDecision, "")},
		{"thiếu người đối chiếu", procedureValues, with(procedureWho, idBy, "")},
	} {
		_, problems := procedureBook(t, lib, tt.values, tt.who).problems(lib)
		if !strings.Contains(problems.Error(), tt.want) {
			t.Errorf("want %q, got %v", tt.want, problems)
		}
	}
}
