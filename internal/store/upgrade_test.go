package store_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/internal/store"

	"github.com/google/go-cmp/cmp"
)

// reformed is what testdata/reform-v2.db comes to: its name of a unit, of whatever
// list, and its spelling of a province, are those of one unit and one province.
const reformed = `Bắc Ninh 07246 2024 recognised, xã Canh Nậu, huyện Yên Thế, tỉnh Bắc Giang
Bắc Ninh 07246@2025 2026 draft, xã Xuân Lương, tỉnh Bắc Ninh
Bắc Ninh 09196 2024 recognised, xã Dũng Liệt, huyện Yên Phong, tỉnh Bắc Ninh
Bắc Ninh 09202@2025 2025 draft, xã Tam Giang, tỉnh Bắc Ninh
Nghệ An 17479 2024 revoked, xã Diễn Thịnh, huyện Diễn Châu, tỉnh Nghệ An
Nghệ An 17479 2025 draft, xã Diễn Thịnh, huyện Diễn Châu, tỉnh Nghệ An
Nghệ An 17479@2025 2025 draft, xã An Châu, tỉnh Nghệ An
Thanh Hóa 15607 2024 draft, xã Bát Mọt, huyện Thường Xuân, tỉnh Thanh Hóa
Thanh Hóa 15607 2025 draft, xã Bát Mọt, tỉnh Thanh Hoá
~hu cau ~thu nghiem/gia dinh 2023 draft, xã Giả Định, huyện Thử Nghiệm, tỉnh Hư Cấu
~hu cau ~thu nghiem/gia dinh 2024 draft, xã GIẢ ĐỊNH, huyện thử nghiệm, tỉnh Hư cấu
Bắc Ninh 07246: 07246/QĐ-UBND
Bắc Ninh 09196: 09196/QĐ-UBND
Nghệ An 17479: 17479/QĐ-UBND revoked
council Bắc Ninh 2024-1 09196
council Bắc Ninh 2024-1-bac-giang 07246
council Nghệ An 2024-1 17479
ended 09202 by Bắc Ninh 09202@2025
ended 09211 by Bắc Ninh 09202@2025
`

func TestIDReformedStore(t *testing.T) {
	data, err := os.ReadFile("testdata/reform-v2.db")
	must(t, err)
	path := filepath.Join(t.TempDir(), "kho.db")
	must(t, os.WriteFile(path, data, 0o600))
	s := open(t, path, time.Now)
	isReformed(t, s)

	// What was taken up on its own, and what came in as a bundle of that time, are one.
	again := filepath.Join(t.TempDir(), "kho.db")
	must(t, os.WriteFile(again, data, 0o600))
	of, err := s.Subjects(t.Context(), "", "")
	must(t, err)
	if n, err := s.MergeFrom(t.Context(), open(t, again, time.Now), of, func(int) {}); err != nil || n > 0 {
		t.Errorf("%d new events, %v", n, err)
	}
}

// isReformed holds a store against what it should have come to.
func isReformed(t *testing.T, s *store.Store) {
	t.Helper()
	h, err := s.Check(t.Context())
	if err != nil || !h.Sound() || len(h.Orphans) > 0 || len(h.Conflicts) > 0 {
		t.Errorf("%+v, %v", h, err)
	}
	var got strings.Builder
	dossiers, err := s.Dossiers(t.Context(), store.Filter{})
	must(t, err)
	lines := make([]string, 0, len(dossiers))
	for _, d := range dossiers {
		lines = append(lines, fmt.Sprintf("%s %s %d %s, %s", d.Province, d.Commune, d.Year, d.Stage, d.Place.Title))
		if d.Assessment != nil {
			for _, digest := range []string{d.Assessment.Report, d.Assessment.Set} {
				if _, err := s.Document(t.Context(), d.Province, digest); err != nil {
					t.Error(d.Commune, d.Year, err)
				}
			}
		}
	}
	print := func(line string) { got.WriteString(line + "\n") }
	for _, line := range slices.Sorted(slices.Values(lines)) {
		print(line)
	}
	holders, err := s.Holders(t.Context(), store.Filter{})
	must(t, err)
	var ended []string
	for _, h := range holders {
		for _, title := range h.Titles {
			print(strings.TrimSpace(fmt.Sprintf("%s %s: %s %s", h.Province, h.Commune, title.Decision,
				map[bool]string{true: "revoked"}[title.Revoked != nil])))
		}
		c, err := s.Commune(t.Context(), h.Province, h.Commune)
		must(t, err)
		if c.Into != nil {
			ended = append(ended, fmt.Sprintf("ended %s by %s %s", c.Key, c.Into.Province, c.Into.Commune))
		}
	}
	councils, err := s.Councils(t.Context(), "")
	must(t, err)
	lines = nil
	for _, c := range councils {
		if len(c.Cases) != 1 || len(c.Voted) != 1 || c.Voted[0].Commune != c.Cases[0] ||
			!strings.Contains(string(c.Counted), `"key":"`+c.Cases[0]+`"`) ||
			!strings.Contains(string(c.Details), `"id":"`+c.ID+`"`) {
			t.Errorf("council %s: %+v", c.ID, c)
		}
		lines = append(lines, fmt.Sprintf("council %s %s %s", c.Province, c.ID, strings.Join(c.Cases, " ")))
	}
	for _, line := range append(slices.Sorted(slices.Values(lines)), slices.Sorted(slices.Values(ended))...) {
		print(line)
	}
	if d := cmp.Diff(reformed, got.String()); d != "" {
		t.Error(d)
	}
}

// onto copies the rows of a store in a file into the tables of a server, as they are.
func onto(t *testing.T, from string, server *sql.DB) {
	t.Helper()
	file, err := sql.Open("sqlite", from)
	must(t, err)
	defer file.Close() //nolint:errcheck // only read
	for _, table := range []string{"communes", "events", "documents", "dossiers", "councils"} {
		rows, err := file.Query("SELECT * FROM " + table)
		must(t, err)
		columns, err := rows.Columns()
		must(t, err)
		for rows.Next() {
			values, marks := make([]any, len(columns)), make([]string, len(columns))
			for i := range values {
				values[i], marks[i] = new(any), fmt.Sprintf("$%d", i+1)
			}
			must(t, rows.Scan(values...))
			for i := range values {
				values[i] = *values[i].(*any)
			}
			_, err := server.Exec(fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(columns, ", "),
				strings.Join(marks, ", ")), values...)
			must(t, err)
		}
		must(t, rows.Err())
	}
}
