package making

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/office"
	"ntm/internal/office/officetest"
	"ntm/internal/wordpapers"
)

// run makes and places the papers of reports, and gives what went wrong.
func (m *WordPapers) run(t *testing.T, files ...string) (done []WrittenPapers, wrong []error) {
	t.Helper()
	err := office.Each(t.Context(), &m.Bulk, files, func(i office.Item) WrittenPapers {
		return m.Make(context.Background(), i)
	}, func(p WrittenPapers) error {
		err := p.Err
		if err == nil {
			err = m.Place(&p)
		}
		if err != nil {
			wrong = append(wrong, err)
			return nil
		}
		done = append(done, p)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return done, wrong
}

// Papers that people wrote on in are not written over, nor is any of the others then; those
// that are there and say the same are kept; of two reports of a commune the first counts.
func TestWordPapers(t *testing.T) {
	d := officetest.New(t)
	a, b := d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70")
	fresh := func(force bool) *WordPapers {
		return &WordPapers{Bulk: office.Bulk{Lib: packs.Embedded()}, Version: "v0-thử", Level: criteria.NTM,
			Out: filepath.Join(d.Folder, "van-ban"), At: officetest.Now(), Force: force}
	}
	done, wrong := fresh(false).run(t, a, b)
	if len(done) != 2 || len(wrong) > 0 {
		t.Fatal(len(done), wrong)
	}
	request := filepath.Join(d.Folder, "van-ban", "van-ban-16492-quang-trung-2023", "to-trinh.docx")
	was, err := os.ReadFile(request)
	if err != nil {
		t.Fatal(err)
	}
	if done, wrong = fresh(false).run(t, a, b, a); len(done) != 2 || len(wrong) != 1 ||
		!strings.Contains(wrong[0].Error(), "xã này đã có văn bản") {
		t.Error(len(done), wrong)
	}
	if err := os.WriteFile(request, []byte("đã sửa"), 0o600); err != nil {
		t.Fatal(err)
	}
	minutes := filepath.Join(filepath.Dir(request), "bien-ban-hop.docx")
	if err := os.Remove(minutes); err != nil {
		t.Fatal(err)
	}
	if _, wrong = fresh(false).run(t, a); len(wrong) != 1 || !strings.Contains(wrong[0].Error(), "to-trinh.docx") {
		t.Error(wrong)
	}
	if _, err := os.Stat(minutes); err == nil {
		t.Error("written beside what is not written over")
	}
	if _, wrong = fresh(true).run(t, a); len(wrong) > 0 {
		t.Error(wrong)
	}
	if is, err := os.ReadFile(request); err != nil || !bytes.Equal(was, is) {
		t.Error("not written over though it was asked for", err)
	}
	missing := fresh(false)
	missing.Level = "khong-co"
	if _, wrong = missing.run(t, a); len(wrong) != 1 {
		t.Error(wrong)
	}
	if _, wrong = fresh(false).run(t, d.Write("sai.yaml", "schema: x\n")); len(wrong) != 1 {
		t.Error(wrong)
	}
}

// The page for the chairman alone is written nowhere unless that is asked for, and says on
// the screen what it says on paper.
func TestSummary(t *testing.T) {
	d := officetest.New(t)
	m := &WordPapers{Bulk: office.Bulk{Lib: packs.Embedded()}, Version: "v0-thử", At: officetest.Now(), Alone: true,
		Summary: true}
	done, wrong := m.run(t, d.Report("a.yaml", "income_per_capita=69"))
	if len(done) != 1 || len(wrong) > 0 || len(done[0].Papers) != 1 || done[0].Folder != "" {
		t.Fatalf("%+v, %v", done, wrong)
	}
	lines, err := Said(&done[0].Papers[0])
	said := strings.Join(lines, "\n")
	if err != nil || !strings.HasPrefix(said, "TÓM TẮT") || !strings.Contains(said, "  Xã nông thôn mới; ") {
		t.Errorf("%s, %v", said, err)
	}
	if _, err := Said(&wordpapers.Paper{File: "a.docx", Data: []byte("x")}); err == nil {
		t.Error("what is no paper is read")
	}
}

// An office begins with our templates: as they are they make what ours make.
func TestWriteTemplates(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "mau")
	files, err := WriteTemplates(folder, false)
	if err != nil || len(files) != len(wordpapers.Kinds)+1 {
		t.Fatal(files, err)
	}
	if _, err := WriteTemplates(folder, false); err == nil {
		t.Error("written over")
	}
	templates, err := wordpapers.ReadTemplates(packs.Embedded(), folder)
	if err != nil || len(templates) != len(files) {
		t.Fatal(len(templates), err)
	}
	d := officetest.New(t)
	a, _, err := office.JudgeFile(t.Context(), packs.Embedded(), d.Report("a.yaml", "income_per_capita=69"), "v0-thử")
	if err != nil {
		t.Fatal(err)
	}
	ours, _, err := wordpapers.Make(a, wordpapers.Options{At: officetest.Now()})
	if err != nil {
		t.Fatal(err)
	}
	theirs, _, err := wordpapers.Make(a, wordpapers.Options{At: officetest.Now(), Templates: templates})
	if err != nil || len(ours) != len(theirs) {
		t.Fatal(len(ours), len(theirs), err)
	}
	for i := range ours {
		if !bytes.Equal(ours[i].Data, theirs[i].Data) {
			t.Errorf("%s: other bytes by its own template", ours[i].File)
		}
	}
}
