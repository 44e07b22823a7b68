package cli

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/docket"
	"ntm/internal/store"
)

// A store that somebody handed over may hold a report that this program never read:
// one whose figure has no value. It is told of; the program does not fall over.
func TestForgedReportInAStore(t *testing.T) {
	db := filepath.Join(t.TempDir(), "kho.db")
	if _, stderr, status := run(t, "import", "../../testdata/quang-trung-2023.yaml", "--db", db, "--as", "người thử"); status != done {
		t.Fatal(stderr)
	}
	ctx := t.Context()
	st, err := store.Open(ctx, db, func() time.Time { return time.Unix(1e9, 0) })
	if err != nil {
		t.Fatal(err)
	}
	commune, err := st.Commune(ctx, "Thanh Hóa", "16492")
	if err != nil {
		t.Fatal(err)
	}
	kept := commune.Dossiers[0].Assessment
	forged := store.NewDocument([]byte(`{"schema": "ntm.report.v1", "commune": {"code": "16492"}, "year": 2023, "figures": [{"id": "commune_master_plan"}]}`))
	body := docket.AssessedBody{Report: forged.Digest, Set: kept.Set, Digest: kept.Digest, Engine: kept.Engine, Result: kept.Result, Brief: kept.Brief}
	err = st.AppendOne(ctx, store.Change{Province: "Thanh Hóa", Documents: []store.Document{forged}, Events: []docket.Event{
		docket.New(docket.Received, "người giả", "Thanh Hóa", "16492", 2023, docket.ReceivedBody{Place: commune.Dossiers[0].Place, Report: forged.Digest}),
		docket.New(docket.Assessed, "người giả", "Thanh Hóa", "16492", 2023, body),
	}})
	if err == nil {
		err = st.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, line := range [][]string{{"show", "16492"}, {"history", "16492"}, {"assess", "16492", "--as", "người thử"}, {"review", "16492"}, {"dossier", "16492", "-o", filepath.Join(t.TempDir(), "a.xlsx")}, {"doctor"}} {
		stdout, stderr, status := run(t, append(line, "--db", db)...)
		if status == failed {
			told++
		}
		if status == failed && !strings.Contains(stderr, "lỗi ngoài dự kiến với dữ liệu trong kho này") {
			t.Errorf("%v: status %d: %s%s", line, status, stdout, stderr)
		}
	}
	if told == 0 {
		t.Error("nothing looked at the forged report")
	}
}
