package command

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"ntm/criteria/packs"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/term"
)

// A commune is meant by the file of its report, or by what the store knows it by.
func TestOne(t *testing.T) {
	const file = "../../../testdata/quang-trung-2023.yaml"
	var out bytes.Buffer
	db := filepath.Join(t.TempDir(), "kho.db")
	w := World{Terminal: term.Terminal{Stdout: &out, Stderr: &out, Now: time.Now}, Version: "v0-thử"}
	lib := packs.Embedded()
	asked := OneAsked{Stored: Stored{DB: db}}
	if _, err := asked.One(t.Context(), w, lib, "16492"); err == nil {
		t.Error("found in a store that is not there")
	}
	if err := asked.Making(t.Context(), w, func(st *store.Store) error {
		in := office.Intake{Store: st, Lib: lib, By: "người thử", Version: "v0-thử"}
		return in.TakeIn(t.Context(), []string{file}, func(*office.Incoming) error { return nil },
			func(*office.Incoming) error { return nil })
	}); err != nil {
		t.Fatal(err)
	}
	for _, named := range []string{file, "16492", "Quảng Trung, Quảng Xương, Thanh Hóa"} {
		a, err := asked.One(t.Context(), w, lib, named)
		if err != nil || a.Commune.Code != "16492" || len(a.Levels) != 3 {
			t.Errorf("%s: %+v, %v", named, a, err)
		}
	}
	if _, err := asked.One(t.Context(), w, lib, "16495"); err == nil {
		t.Error("a commune without a report is found")
	}
}

func TestWordFlag(t *testing.T) {
	v := WordFlag[string]{Kind: "KẾT_QUẢ", What: "kết quả", Choices: []string{"a", "b"}}
	if err := v.Set("b"); err != nil || v.String() != "b" || v.Type() != "KẾT_QUẢ" {
		t.Error(err, v)
	}
	if err := v.Set("c"); err == nil {
		t.Error("taken")
	}
}
