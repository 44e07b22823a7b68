package many

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"

	"github.com/spf13/pflag"
)

// kept is a store with the worked case.
func kept(t *testing.T, w command.World) (*command.Stored, string) {
	t.Helper()
	at := &command.Stored{DB: filepath.Join(t.TempDir(), "kho.db")}
	if err := at.Making(t.Context(), w, func(st *store.Store) error {
		in := office.Intake{Store: st, Lib: packs.Embedded(), By: "người thử", Version: "v0-thử"}
		return in.TakeIn(t.Context(), []string{"../../../testdata/quang-trung-2023.yaml"},
			func(*office.Incoming) error { return nil }, func(*office.Incoming) error { return nil })
	}); err != nil {
		t.Fatal(err)
	}
	return at, at.DB
}

// chosenBy reads the flags of a choice.
func chosenBy(t *testing.T, flags ...string) *Chosen {
	t.Helper()
	c, f := NewChosen(), pflag.NewFlagSet("", pflag.ContinueOnError)
	c.Flags(f)
	if err := f.Parse(flags); err != nil {
		t.Fatal(err)
	}
	return &c
}

// A step of many is written after one question that was answered with yes, or without it where
// that was said; what cannot be is told with its name, and the others are whole.
func TestTake(t *testing.T) {
	var out bytes.Buffer
	w := world(&out)
	at, _ := kept(t, w)
	list := filepath.Join(t.TempDir(), "xa.csv")
	if err := os.WriteFile(list, []byte("\ufeff16492,Quảng Trung\n\n\"99999\";x\n16492\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, answer string
		chosen       *Chosen
		year         int
		took         int
		wrong        error
		said         string
	}{
		{"asked, and no", "\n", chosenBy(t, "--province", "Thanh Hóa"), 2023, 0, nil, "Chưa ghi gì"},
		{"asked, and yes", "có\n", chosenBy(t, "--province", "all"), 2023, 1, nil, "Đã ghi cho 1 xã"},
		{"by a list, one is not there", "", chosenBy(t, "--list", list, "--yes"), 0, 1, command.ErrToldFailed,
			"99999: "},
		{"of another verdict", "", chosenBy(t, "--province", "all", "--verdict", "eligible", "--yes"), 2023, 0, nil,
			"Không có hồ sơ nào"},
	} {
		out.Reset()
		w.Stdin = strings.NewReader(c.answer)
		took := 0
		err := at.In(t.Context(), w, func(st *store.Store) error {
			of, lost, err := c.chosen.Dossiers(t.Context(), st, nil, c.year, criteria.NTM, docket.Submitted)
			if err != nil {
				return err
			}
			return c.chosen.Take(t.Context(), w, docket.Submitted, of, lost, false, func(*docket.Dossier) error {
				took++
				return nil
			})
		})
		if !errors.Is(err, c.wrong) || took != c.took || !strings.Contains(out.String(), c.said) {
			t.Errorf("%s: %d taken, %v\n%s", c.name, took, err, out.String())
		}
	}
	refused := at.In(t.Context(), w, func(st *store.Store) error {
		c := chosenBy(t, "--yes")
		of, _, err := c.Dossiers(t.Context(), st, []string{"16492", "16492"}, 2023, "", docket.Submitted)
		if err != nil || len(of) != 1 {
			t.Errorf("%d dossiers, %v", len(of), err)
		}
		return c.Take(t.Context(), w, docket.Submitted, of, nil, true, func(*docket.Dossier) error {
			return problem.Problem{Message: "chưa được"}
		})
	})
	if !errors.Is(refused, command.ErrToldFailed) || !strings.Contains(out.String(), `"chưa được"`) {
		t.Error(refused, out.String())
	}
}

// What chooses nothing, or two things at once, is wrong use.
func TestChosenWrong(t *testing.T) {
	w := world(&bytes.Buffer{})
	at, _ := kept(t, w)
	empty := filepath.Join(t.TempDir(), "trong.txt")
	if err := os.WriteFile(empty, []byte("\n \n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		chosen *Chosen
		given  []string
		year   int
		wrong  string
	}{
		{chosenBy(t, "--province", "Thanh Hóa"), nil, 0, "cần năm"},
		{chosenBy(t, "--province", "Thanh Hóa"), []string{"16492"}, 2023, "vừa ghi tên xã"},
		{chosenBy(t, "--list", empty), nil, 2023, "không có xã nào"},
		{chosenBy(t, "--list", "khong-co.csv"), nil, 2023, "không đọc được danh sách"},
		{chosenBy(t, "--province", "Huế"), nil, 2023, "chưa có gì"},
	} {
		err := at.In(t.Context(), w, func(st *store.Store) error {
			_, _, err := c.chosen.Dossiers(t.Context(), st, c.given, c.year, "", docket.Submitted)
			return err
		})
		if err == nil || !strings.Contains(err.Error(), c.wrong) {
			t.Errorf("%v: %v, want %q", c.given, err, c.wrong)
		}
	}
}

// A province of the store is asked, and gives a sheet; so is what thresholds were used.
func TestOfStore(t *testing.T) {
	var out bytes.Buffer
	w := world(&out)
	_, db := kept(t, w)
	sheet := filepath.Join(t.TempDir(), "bang.xlsx")
	ask := func(flags ...string) *Asked {
		var o Asked
		f := pflag.NewFlagSet("", pflag.ContinueOnError)
		o.Flags(f, "")
		o.SheetFlags(f)
		if err := f.Parse(append(flags, "--db", db)); err != nil {
			t.Fatal(err)
		}
		return &o
	}
	for _, json := range []bool{false, true} {
		o := ask("--province", "Thanh Hóa", "--year", "2023", "-o", sheet, "--force")
		if o.JSON = json; o.Gaps(t.Context(), w, packs.Embedded(), "", 0) != nil {
			t.Error("what they lack is not told")
		}
		o = ask("--province", "all", "--year", "2023")
		if o.JSON = json; o.WhatIf(t.Context(), w, packs.Embedded(), []string{"10=72"}, "") != nil {
			t.Error("what would turn is not told")
		}
		use := NewUse(w)
		use.SetArgs([]string{"--province", "Thanh Hóa", "--year", "2023", "--db", db, "--full",
			"--json=" + map[bool]string{true: "true", false: "false"}[json]})
		use.SetContext(context.Background())
		if err := use.Execute(); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"Đã ghi " + sheet, "Xã nông thôn mới: 1 xã", "Giả định: 10=72",
		"ngưỡng đã dùng cho 1 xã",
		`"ntm.gaps.v1"`, `"ntm.whatif-many.v1"`, `"ntm.criteria-use.v1"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	for wrong, o := range map[string]*Asked{"cần năm": ask("--province", "Thanh Hóa"), "chưa rõ": ask(),
		"bang.pdf": ask("--province", "Thanh Hóa", "--year", "2023", "-o", "bang.pdf")} {
		err := o.Gaps(t.Context(), w, packs.Embedded(), "", 0)
		if err == nil || !strings.Contains(err.Error(), wrong) {
			t.Errorf("%v, want %q", err, wrong)
		}
	}
}
