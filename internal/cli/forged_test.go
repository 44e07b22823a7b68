package cli

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/docket"
	"ntm/internal/store"
)

// forgeries are reports that this program never took in, and what is wrong with
// them.
var forgeries = map[string]struct{ report, wrong string }{
	"a figure without a value": {`"figures": [{"id": "commune_master_plan"}]`, "chưa có giá trị"},
	"a number that is declared": {`"figures": [{"id": "income_per_capita", "met": true}]`,
		"ghi met cho một con số"},
	"a declaration that is counted": {`"figures": [{"id": "commune_master_plan", "value": 1}]`,
		"cần met: true hoặc met: false"},
	"a rate of nothing": {`"figures": [{"id": "irrigated_area_rate", "numerator": 1, "denominator": ` +
		`0}]`, "có mẫu số 0"},
	"half a rate": {`"figures": [{"id": "irrigated_area_rate", "numerator": 1}]`,
		"số liệu \"irrigated_area_rate\" ghi"},
	"a figure twice": {`"figures": [{"id": "income_per_capita", "value": 60}, {"id": ` +
		`"income_per_capita", "value": 70}]`, "có hai giá trị"},
	"two values of one figure": {`"figures": [{"id": "income_per_capita", "value": 60, "met": true}]`,
		"nhiều cách cùng lúc"},
	"a poll of no village": {`"satisfaction": {"villages": []}`, "chưa có số phiếu"},
	"a poll without forms": {`"satisfaction": {"villages": [{"name": "Thôn 1", "forms_out": 1, ` +
		`"satisfied": 1}]}`, "forms_back"},
	"a poll that nobody answered": {`"satisfaction": {"villages": [{"name": "Thôn 1", "forms_out": 1, ` +
		`"forms_back": 0, "satisfied": 0}]}`, "có mẫu số 0"},
	"a debt of nothing":     {`"arrears": [{"work": "Đường"}]`, "owed"},
	"a security of no word": {`"security": {"evidence": []}`, "met"},
}

// G3: a store that somebody handed over may hold a report that this program never
// read. It is told of; the program does not fall over.
func TestG3ForgedReportsInAStore(t *testing.T) {
	for name, forged := range forgeries {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			db := forgedStore(t, `{"schema": "ntm.report.v1", "commune": {"code": "16492"}, "year": 2023, `+
				forged.report+`}`)
			for _, line := range [][]string{{"assess", "16492", "--as", "người thử"},
				{"dossier", "16492", "-o", filepath.Join(t.TempDir(), "a.xlsx")}} {
				stdout, stderr, status := run(t, append(line, "--db", db)...)
				if status != failed || !strings.Contains(stderr, forged.wrong) {
					t.Errorf("%v: status %d: %s%s", line, status, stdout, stderr)
				}
			}
			for _, line := range [][]string{{"show", "16492"}, {"history", "16492"}, {"list"},
				{"report", "--year", "2023"}, {"assess", "--all", "--as", "người thử"}} {
				run(t, append(line, "--db", db)...)
			}
			if stdout, stderr, _ := run(t, "doctor", "--evidence", "--db", db); !strings.Contains(stdout,
				forged.wrong) && name != "a number that is declared" &&
				name != "a declaration that is counted" { // for doctor knows no units
				t.Errorf("doctor: %s%s", stdout, stderr)
			}
		})
	}
}

// forgedStore is a store in which a commune's report was replaced by one that this
// program never took in.
func forgedStore(t *testing.T, report string) (db string) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "kho.db")
	if _, stderr, status := run(t, "import", "../../testdata/quang-trung-2023.yaml", "--db", db, "--as",
		"người thử"); status != done {
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
	forged := store.NewDocument([]byte(report))
	body := docket.AssessedBody{Report: forged.Digest, Set: kept.Set, Digest: kept.Digest, Engine: kept.Engine,
		Result: kept.Result, Brief: kept.Brief}
	err = st.AppendOne(ctx, store.Change{Province: "Thanh Hóa", Documents: []store.Document{forged},
		Events: []docket.Event{
			docket.New(docket.Received, "người giả", "Thanh Hóa", "16492", 2023,
				docket.ReceivedBody{Place: commune.Dossiers[0].Place, Report: forged.Digest}),
			docket.New(docket.Assessed, "người giả", "Thanh Hóa", "16492", 2023, body),
		}})
	if err == nil {
		err = st.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return db
}
