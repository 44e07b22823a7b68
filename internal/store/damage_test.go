package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/internal/docket"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/store/storetest"

	"github.com/google/go-cmp/cmp"
)

// Whatever somebody changed in a store by hand is told, and the rest is counted and
// copied.
func TestEveryDamageIsTold(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "kho.db")
	s := open(t, whole, time.Now)
	must(t, s.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")))
	must(t, s.AppendOne(t.Context(), storetest.Step(docket.Submitted, "Giả Định", "1", 2023, storetest.Submission(""))))
	must(t, s.AppendOne(t.Context(), storetest.Report("Giả Định", "2", "Hai", 2023, "")))
	for _, c := range []struct {
		forged, told string
		events       int // that can still be read
		sound        bool
	}{
		{"UPDATE documents SET packed = (SELECT max(packed) FROM documents)", "văn bản ", 5, false},
		{"UPDATE documents SET packed = x'00'", "đã bị thay đổi", 5, false},
		{"DELETE FROM documents", "thiếu văn bản", 5, false},
		{"UPDATE dossiers SET stage = 'draft'", "trạng thái của dossiers Giả Định, 1, 2023 không khớp", 5, true},
		{"UPDATE communes SET state = '{}' WHERE commune = '2'", "trạng thái của communes Giả Định, 2 không khớp",
			5, true},
		{"INSERT INTO communes SELECT province, 'lạ', name, held, state FROM communes LIMIT 1",
			"trạng thái của communes Giả Định, lạ không có sự kiện nào", 5, true},
		{"DELETE FROM dossiers", "trạng thái của dossiers Giả Định, 1, 2023 không khớp", 5, true},
		{"UPDATE events SET made_by = 'kẻ lạ' WHERE kind = 'submitted'",
			"(nộp hồ sơ của xã 1, Giả Định) đã bị thay đổi", 5, true},
		{"UPDATE events SET kind = 'lạ' WHERE kind = 'submitted'", `việc loại "lạ", nội dung không đọc được`, 4, true},
		{"UPDATE events SET body = '[' WHERE kind = 'submitted'", `việc loại "submitted", nội dung không đọc được`,
			4, true},
		{"UPDATE events SET at = 'hôm nay' WHERE kind = 'submitted'", `cột at ghi "hôm nay", không phải thời gian`,
			4, true},
		{"UPDATE events SET day = 'mai' WHERE kind = 'submitted'", `cột day ghi "mai", không phải thời gian`, 4, true},
		{"UPDATE events SET year = 'nay' WHERE kind = 'submitted'", `cột year ghi "nay", cần một năm`, 4, true},
		{"UPDATE dossiers SET year = 'nay' WHERE commune = '2'", "trạng thái của dossiers Giả Định, 2, nay", 5, true},
	} {
		t.Run(c.forged, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "kho.db")
			must(t, store.Copy(t.Context(), whole, path))
			forge(t, path, c.forged)
			damaged := open(t, path, time.Now)
			h, err := damaged.Check(t.Context())
			if err != nil || h.Sound() || h.Events != c.events {
				t.Fatalf("%+v, %v", h, err)
			}
			if !slices.ContainsFunc(h.Problems, func(p string) bool { return strings.Contains(p, c.told) }) {
				t.Errorf("told %q, want %q", h.Problems, c.told)
			}
			saved := open(t, filepath.Join(t.TempDir(), "cứu.db"), time.Now)
			told, err := store.Transfer(t.Context(), damaged, saved, func(int) {})
			if err != nil || cmp.Diff(h.Problems, told.Problems) != "" {
				t.Errorf("copied: %+v, %v", told, err)
			}
			if after, err := saved.Check(t.Context()); err != nil || after.Events != c.events ||
				after.Sound() != c.sound {
				t.Errorf("what was saved: %+v, %v", after, err)
			}
		})
	}
}

// Of documents those that are whole are given, beside one that is damaged or not there.
func TestDocumentsThatAreWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kho.db")
	change := storetest.Report("Giả Định", "1", "Một", 2023, "")
	must(t, open(t, path, time.Now).AppendOne(t.Context(), change))
	good, bad := change.Documents[0].Digest, change.Documents[1].Digest
	forge(t, path, "UPDATE documents SET packed = x'00' WHERE digest = '"+bad+"'")
	s := open(t, path, time.Now)
	found, err := s.Documents(t.Context(), "Giả Định", []string{bad, good, "không có", good})
	if want := map[string][]byte{good: []byte("báo cáo 1")}; err != nil || cmp.Diff(want, found) != "" {
		t.Errorf("%v, %v", found, err)
	}
	for digest, told := range map[string]string{bad: "đã bị thay đổi", "không có": "không có văn bản"} {
		if _, err := s.Document(t.Context(), "Giả Định", digest); err == nil || !strings.Contains(err.Error(), told) ||
			problem.Of(err)[0].Hint == "" {
			t.Errorf("%s: %v", digest, err)
		}
	}
	if data, err := s.Document(t.Context(), "Giả Định", good); err != nil || string(data) != "báo cáo 1" {
		t.Errorf("%s, %v", data, err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if found, err := s.Documents(stopped, "Giả Định", []string{good}); err == nil {
		t.Errorf("once it was stopped: %v", found)
	}
}

// What a person may choose of another store's events comes in, the rest stays out and
// comes when it is chosen.
func TestMergingSome(t *testing.T) {
	folder := t.TempDir()
	ours, theirs := open(t, filepath.Join(folder, "a.db"), time.Now), open(t, filepath.Join(folder, "b.db"), time.Now)
	must(t, theirs.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")))
	must(t, theirs.AppendOne(t.Context(), storetest.Step(docket.Submitted, "Giả Định", "1", 2023,
		storetest.Submission(""))))
	of, err := theirs.Subjects(t.Context(), "Giả Định", "1")
	must(t, err)
	but := func(kind docket.Kind) store.Choice {
		return func(_ store.Subject, fresh []docket.Event) []docket.Event {
			return slices.DeleteFunc(slices.Clone(fresh), func(e docket.Event) bool { return e.Kind == kind })
		}
	}
	for i, c := range []struct {
		choose     store.Choice
		came, left string
	}{
		{but(docket.Submitted), "received assessed", "submitted"},
		{but(docket.Submitted), "", "submitted"},
		{nil, "submitted", ""},
		{nil, "", ""},
	} {
		came, left, err := ours.MergeSome(t.Context(), theirs, of, c.choose, func(int) {})
		if err != nil || kinds(came) != c.came || kinds(left) != c.left {
			t.Errorf("time %d: came %q, left %q, %v; want %q, %q", i+1, kinds(came), kinds(left), err, c.came, c.left)
		}
	}
	if h, err := ours.Check(t.Context()); err != nil || !h.Sound() || h.Events != 3 {
		t.Errorf("%+v, %v", h, err)
	}
}

func kinds(events []docket.Event) string {
	words := make([]string, len(events))
	for i, e := range events {
		words[i] = string(e.Kind)
	}
	return strings.Join(words, " ")
}

// Nothing is made where there is none, and what is no store stays as it is.
func TestWhatIsNoStore(t *testing.T) {
	folder := t.TempDir()
	empty, text := filepath.Join(folder, "trống.db"), filepath.Join(folder, "văn bản.db")
	must(t, os.WriteFile(empty, nil, 0o600))
	must(t, os.WriteFile(text, []byte(strings.Repeat("đây là một văn bản. ", 500)), 0o600))
	for at, c := range map[string]struct{ opened, copied string }{
		filepath.Join(folder, "không có.db"): {"chưa có kho dữ liệu ở đây", "chưa có kho dữ liệu ở đây"},
		empty:                                {"chưa có kho dữ liệu ở đây", "tệp trống"},
		text:                                 {"không phải kho dữ liệu của ntm", "không phải kho dữ liệu của ntm"},
		folder:                               {"đây là thư mục", "không đọc được kho dữ liệu này"},
		"host=may dbname=kho":                {"chuỗi kết nối", "chưa có kho dữ liệu ở đây"},
		"postgres://may:cổng/kho": {"địa chỉ kho dữ liệu trên máy chủ không đúng",
			"chưa có kho dữ liệu ở đây"},
	} {
		before := fmt.Sprint(os.ReadDir(folder))
		if s, err := store.Open(t.Context(), at, time.Now); err == nil || !strings.Contains(err.Error(), c.opened) {
			t.Errorf("%s: opened %v, %v, want %q", at, s, err, c.opened)
		}
		to := filepath.Join(t.TempDir(), "bản sao.db")
		if err := store.Copy(t.Context(), at, to); err == nil || !strings.Contains(err.Error(), c.copied) {
			t.Errorf("%s: copied: %v, want %q", at, err, c.copied)
		}
		if after := fmt.Sprint(os.ReadDir(folder)); after != before {
			t.Errorf("%s: left behind %s, there was %s", at, after, before)
		}
	}
	made := open(t, filepath.Join(folder, "mới", "sâu", "kho.db"), time.Now)
	if h, err := made.Check(t.Context()); err != nil || !h.Sound() || h.Events != 0 || made.Name() == "" {
		t.Errorf("%+v, %v", h, err)
	}
	if err := made.Roles(t.Context()); err == nil || !strings.Contains(err.Error(), "không có phân quyền") {
		t.Errorf("roles of a file: %v", err)
	}
}

// A store tells when its newest event was written down, and what it held before this
// program wrote to it.
func TestTheNewestEvent(t *testing.T) {
	at := filepath.Join(t.TempDir(), "kho.db")
	day := func(n int) func() time.Time {
		return func() time.Time { return storetest.Day.Add(time.Duration(n) * 24 * time.Hour) }
	}
	first := open(t, at, day(0))
	if newest, err := first.Newest(t.Context()); err != nil || !newest.IsZero() {
		t.Errorf("of an empty store: %v, %v", newest, err)
	}
	if _, wrote := first.Earlier(); wrote {
		t.Error("it wrote before it did")
	}
	must(t, first.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")))
	if earlier, wrote := first.Earlier(); !wrote || !earlier.IsZero() {
		t.Errorf("earlier %v, wrote %v", earlier, wrote)
	}
	second := open(t, at, day(3))
	must(t, second.AppendOne(t.Context(), storetest.Report("Giả Định", "2", "Hai", 2023, "")))
	earlier, _ := second.Earlier()
	newest, err := second.Newest(t.Context())
	if err != nil || newest.Sub(earlier).Round(time.Hour) != 3*24*time.Hour {
		t.Errorf("newest %v, earlier %v, %v", newest, earlier, err)
	}
}
