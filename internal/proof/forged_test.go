package proof_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ntm/internal/commune"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv"
)

// G3: a seal that was forged holds a report that this program never read. It is
// told of: nothing stumbles.
func TestG3ForgedSeals(t *testing.T) {
	data := dossiertest.Written(t, dossiertest.QuangTrung(t))
	for name, tt := range map[string]struct{ report, wrong string }{
		"a figure without a value": {`"figures": [{"id": "commune_master_plan"}]`, "chưa có giá trị"},
		"a number that is declared": {`"figures": [{"id": "income_per_capita", "met": true}]`,
			"ghi met cho một con số"},
		"a declaration that is counted": {`"figures": [{"id": "commune_master_plan", "value": 1}]`, "cần met"},
		"a rate of nothing": {`"figures": [{"id": "irrigated_area_rate", "numerator": 1,` +
			` "denominator": 0}]`, "có mẫu số 0"},
		"half a rate that none asks": {`"figures": [{"id": "nobody_knows", "denominator": 1}]`,
			"thiếu một trong hai số đếm"},
		"a poll of no village":  {`"satisfaction": {"villages": []}`, "chưa có số phiếu"},
		"a debt of nothing":     {`"arrears": [{"work": "Đường"}]`, "owed"},
		"a security of no word": {`"security": {}`, "met"},
		"another document":      {`"figures": 1`, "cần một danh sách"},
	} {
		t.Run(name, func(t *testing.T) {
			w := dossiertest.HandedIn(t, data)
			w.Report = json.RawMessage(`{"schema": "ntm.report.v1", "commune": {"code": "16492"}, "year": 2023, ` +
				tt.report + `}`)
			if _, err := w.Verify(); err == nil || !strings.Contains(err.Error(), "tờ ẩn của hồ sơ đã bị sửa") ||
				!strings.Contains(err.Error(), tt.wrong) {
				t.Errorf("%v, want %q", err, tt.wrong)
			}
		})
	}
	w := dossiertest.HandedIn(t, data)
	w.Levels = nil
	if _, err := w.Verify(); err == nil || !strings.Contains(err.Error(), "không có mức nào") {
		t.Errorf("no level: %v", err)
	}
}

// G3: whatever a report in a seal says, it is refused or compared: single values
// are left out, changed for others or doubled.
func TestG3MutatedReports(t *testing.T) {
	a := dossiertest.GiaDinh(t, func(r *commune.Report) { r.Figures = r.Figures[:12] })
	data := dossiertest.Written(t, a)
	text, err := a.Report.JSON()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 11))
	refused := 0
	most := testenv.Some(t, 12, 40)
	for range most {
		var doc any
		if err := json.Unmarshal(text, &doc); err != nil {
			t.Fatal(err)
		}
		mutate(r, doc)
		w := dossiertest.HandedIn(t, data)
		if w.Report, err = json.Marshal(doc); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Verify(); err != nil {
			refused++
		}
	}
	if refused == 0 || refused == most {
		t.Errorf("%d of %d were refused", refused, most)
	}
}

// mutate changes one value somewhere below v.
func mutate(r *rand.Rand, v any) {
	values := []any{nil, "", "x", 0, -1, 1e6, true, []any{}, map[string]any{}}
	switch v := v.(type) {
	case map[string]any:
		keys := slices.Sorted(maps.Keys(v))
		if len(keys) == 0 {
			return
		}
		key := keys[r.IntN(len(keys))]
		_, deep := v[key].(map[string]any)
		_, list := v[key].([]any)
		switch {
		case (deep || list) && r.IntN(4) > 0:
			mutate(r, v[key])
		case r.IntN(2) == 0:
			delete(v, key)
		default:
			v[key] = values[r.IntN(len(values))]
		}
	case []any:
		if len(v) == 0 {
			return
		}
		i := r.IntN(len(v))
		if _, deep := v[i].(map[string]any); deep && r.IntN(6) > 0 {
			mutate(r, v[i])
			return
		}
		v[i] = v[r.IntN(len(v))]
	}
}
