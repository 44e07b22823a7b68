package making

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria/packs"
	"ntm/internal/office"
	"ntm/internal/office/officetest"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// The papers of a commune of the store are those of its report as it was judged then.
func TestKeptPapers(t *testing.T) {
	at := time.Date(2023, 12, 1, 9, 0, 0, 0, time.UTC)
	st, err := store.OpenOrMake(t.Context(), filepath.Join(t.TempDir(), "ntm.db"), func() time.Time { return at })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	m := WordPapers{Version: "thử", Alone: true}
	which := office.Which{Text: "16492", Year: 2023}
	same := func(t time.Time) time.Time { return t }
	if _, _, err := m.Kept(t.Context(), st, which, same); err == nil {
		t.Error("there are papers of nothing")
	}
	in := office.Intake{Store: st, Lib: packs.Embedded(), By: "Người thử", Version: "thử"}
	came := func(i *office.Incoming) error { return i.Err }
	if err := in.TakeIn(t.Context(), []string{"../../../testdata/quang-trung-2023.yaml"}, came, came); err != nil {
		t.Fatal(err)
	}
	made, _, err := m.Kept(t.Context(), st, which, same)
	if err != nil || len(made.Papers) == 0 || made.Folder != "" {
		t.Errorf("%+v %v", made, err)
	}
}

// The papers of many come in their order, into a folder each; one of which nothing can be made
// is told of with its name, and the others are made.
func TestKeptPapersOfMany(t *testing.T) {
	d := officetest.New(t)
	var files []string
	for i, code := range []string{"16492", "16495", "16498"} {
		files = append(files, d.ReportOf(fmt.Sprint(i, ".yaml"), code, fmt.Sprint("income_per_capita=6", i)))
	}
	in := office.Intake{Store: d.Store, Lib: packs.Embedded(), By: officetest.By, Version: "thử"}
	came := func(i *office.Incoming) error { return i.Err }
	if err := in.TakeIn(t.Context(), files, came, came); err != nil {
		t.Fatal(err)
	}
	all, _, err := office.List(t.Context(), d.Store, office.Choice{Year: 2023})
	if err != nil || len(all) != 3 {
		t.Fatal(all, err)
	}
	unjudged := *all[1]
	unjudged.Assessment = nil
	all = slices.Insert(all, 1, &unjudged)
	m := WordPapers{Version: "thử", Out: d.File("van-ban")}
	same := func(t time.Time) time.Time { return t }
	var folders, wrong []string
	if err := m.KeptMany(t.Context(), d.Store, all, same, func(p WrittenPapers) error {
		if p.Err == nil {
			folders = append(folders, filepath.Base(p.Folder))
			return m.Place(&p)
		}
		wrong = append(wrong, p.Name()+": "+p.Err.Error())
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(wrong) != 1 || !strings.HasPrefix(wrong[0], office.TitleOf(&unjudged)+": ") ||
		!strings.Contains(wrong[0], "chưa được đánh giá") {
		t.Error(wrong)
	}
	for i, one := range slices.Delete(slices.Clone(all), 1, 2) {
		want := fmt.Sprintf("van-ban-%s-%s-2023", one.Commune, vi.Slug(one.Place.Name))
		if folders[i] != want {
			t.Errorf("%s is %d, want %s", folders[i], i, want)
		}
		if _, err := os.Stat(filepath.Join(m.Out, want, "to-trinh.docx")); err != nil {
			t.Error(err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	err = m.KeptMany(ctx, d.Store, all, same, func(WrittenPapers) error { return nil })
	if !errors.Is(err, office.ErrStopped) {
		t.Error("it goes on:", err)
	}
}

// There are no minutes before the votes are counted, however often they are asked for.
func TestMinutesKept(t *testing.T) {
	d := officetest.New(t)
	in := office.Intake{Store: d.Store, Lib: packs.Embedded(), By: officetest.By, Version: "thử"}
	came := func(i *office.Incoming) error { return i.Err }
	if err := in.TakeIn(t.Context(), []string{d.Report("a.yaml", "income_per_capita=69")}, came, came); err != nil {
		t.Fatal(err)
	}
	d.Ready()
	d.Batched("2023-1")
	var k minutesKept
	if m, err := k.of(t.Context(), d.Store, "Thanh Hóa", "2023-9"); err == nil {
		t.Errorf("minutes of a council that is not: %+v", m)
	}
	for range 2 {
		if m, err := k.of(t.Context(), d.Store, "Thanh Hóa", "2023-1"); err == nil ||
			!strings.Contains(err.Error(), "chưa kiểm phiếu") {
			t.Errorf("%+v, %v", m, err)
		}
	}
}
