package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
)

// K6: a file that holds more than our tables and indexes, or other ones, is refused
// by whatever looks at it, before anything is read; so is what a page named many
// times or a document that unzips without end would fill a disk with.
func TestK6ForeignObjects(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "kho.db")
	must(t, open(t, whole, time.Now).AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")))
	for _, c := range []struct{ forged, said string }{
		{"CREATE VIEW x AS SELECT 1", `có khung nhìn (view) "x"`},
		{"ALTER TABLE documents RENAME TO d0; CREATE VIEW documents AS WITH RECURSIVE c(x) AS (SELECT 1 UNION " +
			"ALL SELECT x + 1 FROM c) SELECT 'Giả Định' AS province, cast(x AS TEXT) AS digest, zeroblob(10) AS " +
			"packed FROM c", `bảng "d0"`},
		{"CREATE TRIGGER z AFTER INSERT ON events BEGIN DELETE FROM events WHERE id = new.id; END",
			`có trình kích hoạt (trigger) "z"`},
		{"CREATE TABLE khac (x)", `có bảng "khac"`},
		{"CREATE VIRTUAL TABLE ao USING fts5(x)", `"ao`},
		{"CREATE INDEX nua ON events (length(body))", `có chỉ mục "nua"`},
		{"ALTER TABLE events ADD COLUMN them TEXT GENERATED ALWAYS AS (printf('%99999999d', 1)) VIRTUAL",
			`bảng "events" được khai báo khác`},
		{"ALTER TABLE communes ADD COLUMN them TEXT CHECK (length(them) > 3)", `bảng "communes" được khai báo khác`},
		{"DROP INDEX events_by_subject", `thiếu chỉ mục "events_by_subject"`},
		{"DROP INDEX events_by_subject; CREATE INDEX events_by_subject ON events (lower(body))",
			`chỉ mục "events_by_subject" được khai báo khác`},
		{"UPDATE store_version SET version = 1", "được khai báo khác"},
		{"INSERT INTO store_version VALUES (2)", "không ghi rõ phiên bản cấu trúc"},
		{"UPDATE store_version SET version = 'x'", "không ghi rõ phiên bản cấu trúc"},
		{"DROP TABLE store_version", "của chương trình khác"},
		{"PRAGMA writable_schema = 1; UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master " +
			"WHERE name = 'events') WHERE name = 'communes'", "hỏng"},
		{"UPDATE events SET body = replace(hex(zeroblob(9000000)), '0', ' ')",
			"bảng events, dòng thứ 1, cột body dài hơn 16 MB"},
		{"UPDATE documents SET packed = zeroblob(17000000)", "bảng documents, dòng thứ 1, cột packed dài hơn 16 MB"},
	} {
		path := filepath.Join(t.TempDir(), "kho.ntm")
		must(t, store.Copy(t.Context(), whole, path))
		forge(t, path, c.forged)
		to := filepath.Join(t.TempDir(), "b.db")
		err := store.Copy(t.Context(), path, to)
		if err == nil || !strings.Contains(err.Error(), c.said) || problem.Of(err)[0].Hint == "" {
			t.Errorf("%s: copied: %v", c.forged, err)
		}
		if _, there := os.Stat(to); there == nil {
			t.Errorf("%s: something was copied", c.forged)
		}
		if strings.Contains(c.said, "dài hơn") || strings.Contains(c.forged, "rootpage") {
			continue // of one's own store the size is nobody's business, and doctor tells of damage
		}
		if s, err := store.OpenOrMake(
			t.Context(),
			path,
			time.Now,
		); err == nil ||
			!strings.Contains(err.Error(), c.said) {
			t.Errorf("%s: opened: %v, %v", c.forged, s, err)
		}
	}
}

// The files with which it was found.
func TestK6Files(t *testing.T) {
	for file, said := range map[string]string{"K6-view-recursive.ntm": `bảng "d0"`,
		"K6-trigger.db": `trình kích hoạt (trigger) "z"`} {
		err := store.Copy(t.Context(), filepath.Join("../../testdata/faults", file), filepath.Join(t.TempDir(), "b.db"))
		if err == nil || !strings.Contains(err.Error(), said) {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// A store of an earlier structure is one of ours.
func TestK6LawfulFiles(t *testing.T) {
	for _, file := range []string{"testdata/v1.db", "testdata/v2.db"} {
		must(t, store.Copy(t.Context(), file, filepath.Join(t.TempDir(), "b.db")))
	}
}
