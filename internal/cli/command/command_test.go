package command

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A report that cannot be read is told of in its turn, and the others go on.
func TestOneThatCannotBeRead(t *testing.T) {
	good, err := filepath.Abs("../../../testdata/quang-trung-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	b := &office.Bulk{Lib: packs.Embedded()}
	err = Each(t.Context(), b, World{}, []string{good, "xau.yaml", good}, func(i office.Item) string {
		if i.Err != nil {
			return problem.Of(i.Err)[0].File
		}
		return i.Reading.Report.Commune.Name
	}, func(_ World, s string) error {
		got = append(got, s)
		return nil
	})
	if diff := cmp.Diff([]string{"Quảng Trung", "xau.yaml", "Quảng Trung"}, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}

func TestArguments(t *testing.T) {
	cmd := &cobra.Command{Use: "ntm"}
	cmd.AddCommand(&cobra.Command{Use: "assess"})
	for _, c := range []struct {
		name  string
		check cobra.PositionalArgs
		given []string
		wrong string // "" for none
	}{
		{"none", NoArgs, nil, ""},
		{"a misspelt command", NoArgs, []string{"asses"}, `không có lệnh "asses"`},
		{"both", Args("A", "B"), []string{"a", "b"}, ""},
		{"one of two", Args("A", "B"), []string{"a"}, "còn thiếu B"},
		{"one too many", Args("A"), []string{"a", "b"}, `thừa "b"`},
		{"none of one at most", AtMost(1), nil, ""},
		{"two of one at most", AtMost(1), []string{"a", "b"}, `thừa "b"`},
		{"two of two at most", AtMost(2), []string{"a", "b"}, ""},
		{"three of two at most", AtMost(2), []string{"a", "b", "c"}, `thừa "c"`},
		{"none of many", AtLeastOne, nil, "còn thiếu TỆP"},
		{"many", AtLeastOne, []string{"a", "b"}, ""},
	} {
		err := c.check(cmd, c.given)
		if (err == nil) != (c.wrong == "") || err != nil &&
			(err.Error() != c.wrong || !errors.As(err, new(problem.WrongUse))) {
			t.Errorf("%s: %v, want %q", c.name, err, c.wrong)
		}
	}
}

func TestFlags(t *testing.T) {
	for _, c := range []struct {
		flag        pflag.Value
		text, shown string // shown "" for one that is refused
	}{
		{new(LevelFlag), "kieu-mau", "kieu-mau"}, {new(LevelFlag), "cao", ""},
		{new(DateFlag), "15/11/2023", "2023-11-15"}, {new(DateFlag), "31/2/2023", ""},
	} {
		if err := c.flag.Set(c.text); (err == nil) != (c.shown != "") || err == nil && c.flag.String() != c.shown ||
			err != nil && !errors.As(err, new(OwnError)) {
			t.Errorf("%s %q: %q, %v", c.flag.Type(), c.text, c.flag.String(), err)
		}
	}
	for text, want := range map[string]string{
		"15/11/2023": "2023-11-15T00:00:00+07:00", "2023-11-15T09:30:00+07:00": "2023-11-15T09:30:00+07:00",
		"09:30": "", "hôm nay": "",
	} {
		var at AtFlag
		if err := at.Set(text); (err == nil) != (want != "") || at.Given != (want != "") || at.Given &&
			at.Time.Format(time.RFC3339) != want {
			t.Errorf("%q: %v, %v", text, at, err)
		}
	}
}

// An office's packs are those that were named, else those of its environment, else those
// of the user's configuration where there are some.
func TestPacks(t *testing.T) {
	config := t.TempDir()
	w := World{Config: config, Terminal: term.Terminal{Now: time.Now}}
	own := filepath.Join(config, "ntm", "criteria")
	for _, c := range []struct {
		p    Packs
		w    World
		want string
	}{{Packs{}, World{}, ""}, {Packs{}, w, own}, {Packs{}, World{Criteria: "a", Config: config}, "a"},
		{Packs{Dirs: []string{"b"}}, World{Criteria: "a"}, "b"}} {
		if got := c.p.Home(c.w); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	lib, err := new(Packs).Load(w)
	if err != nil || len(lib.Overlays) != len(packs.Embedded().Overlays) {
		t.Fatalf("without a folder: %v", err)
	}
	if err := os.MkdirAll(own, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(own, "hong.yaml"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := new(Packs).Load(w); err == nil || !strings.Contains(err.Error(), "hong.yaml") {
		t.Errorf("a damaged pack of the user's: %v", err)
	}
	a, err := new(Packs).Assess(t.Context(), World{Terminal: term.Terminal{Now: time.Now, Stderr: new(bytes.Buffer)},
		Version: "v0-thử"}, "../../../testdata/quang-trung-2023.yaml")
	if err != nil || a.Year != 2023 || len(a.Levels) != 3 {
		t.Error(err)
	}
}

// A store is opened where it was said to be, made only by commands that may, and what is
// odd about the clock is told of what was written.
func TestStored(t *testing.T) {
	var errs bytes.Buffer
	now := time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC)
	w := World{Terminal: term.Terminal{Stderr: &errs, Now: func() time.Time { return now }},
		Store: filepath.Join(t.TempDir(), "kho.db")}
	never := func(*store.Store) error { t.Error("it was opened"); return nil }
	if err := new(Stored).In(t.Context(), World{}, never); !errors.As(err, new(problem.WrongUse)) {
		t.Errorf("a store that nobody named: %v", err)
	}
	if err := new(Stored).In(t.Context(), w, never); err == nil {
		t.Error("a store that is not there was read")
	}
	takeIn := func(st *store.Store) error {
		in := office.Intake{Store: st, Lib: packs.Embedded(), By: "người thử", Version: "v0-thử", Force: true}
		return in.TakeIn(context.Background(), []string{"../../../testdata/quang-trung-2023.yaml"},
			func(i *office.Incoming) error { return i.Err }, func(*office.Incoming) error { return nil })
	}
	if err := new(Stored).Making(t.Context(), w, takeIn); err != nil || errs.Len() > 0 {
		t.Fatal(err, errs.String())
	}
	of := OfCommune{Stored: Stored{DB: w.Store}, Which: office.Which{Text: "16492"}}
	if err := of.In(t.Context(), World{Terminal: w.Terminal}, func(st *store.Store) error {
		_, _, err := of.Dossier(t.Context(), st)
		return err
	}); err != nil {
		t.Error(err)
	}
}

func TestActing(t *testing.T) {
	for _, c := range []struct{ as, user, want string }{
		{" Người A ", "Người B", "Người A"}, {"", "Người B", "Người B"}, {"", "", ""}, {"a\u202e", "Người B", "a"},
		{strings.Repeat("a", office.MostOfName+1), "", ""},
	} {
		a := Acting{as: c.as}
		if got, err := a.By(World{User: c.user}); got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%q, %q: %q, %v", c.as, c.user, got, err)
		}
	}
}

// Every flag that commands share is asked for in Vietnamese, with a word for its value.
func TestActingOfNobody(t *testing.T) {
	for _, as := range []string{"", "  "} {
		f := pflag.NewFlagSet("thử", pflag.ContinueOnError)
		a := new(Acting)
		a.AsFlag(f)
		if err := f.Parse([]string{"--as", as}); err != nil {
			t.Fatal(err)
		}
		if by, err := a.By(World{User: "người thử"}); by != "" || err == nil ||
			!strings.Contains(err.Error(), "--as để trống") {
			t.Errorf("--as %q: %q, %v", as, by, err)
		}
	}
}

func TestSharedFlags(t *testing.T) {
	f := pflag.NewFlagSet("ntm", pflag.ContinueOnError)
	new(Packs).CriteriaFlag(f)
	new(OfCommune).CommuneFlags(f)
	new(Acting).AsFlag(f)
	g := pflag.NewFlagSet("ntm", pflag.ContinueOnError)
	new(WideYear).YearFlag(g)
	f.AddFlagSet(g)
	f.VisitAll(func(f *pflag.Flag) {
		if word, usage := pflag.UnquoteUsage(f); word == f.Value.Type() || usage == "" {
			t.Errorf("--%s: %q, %q", f.Name, word, usage)
		}
	})
	var out bytes.Buffer
	if err := PrintJSON(&out, map[string]string{"a": "<b>"}); err != nil || out.String() != "{\n  \"a\": \"<b>\"\n}\n" {
		t.Errorf("%v, %q", err, out.String())
	}
}

// What a standard lacks is said once, with the command that mends it; of one that lacks
// nothing nothing is said.
func TestLacks(t *testing.T) {
	var out bytes.Buffer
	s := term.NewScreen(term.Terminal{Stdout: &out})
	Lacks(s, criteria.Lack{}, criteria.Lack{Decision: "1/QĐ", Known: 1, Declared: 47})
	if got := out.String(); s.Err != nil || strings.Count(got, "còn thiếu 46") != 1 ||
		strings.Count(got, criteria.ReadingCommand) != 1 {
		t.Errorf("%v, %q", s.Err, got)
	}
}

// A use case that never began leaves nothing to clear away.
func TestCounting(t *testing.T) {
	var out, errs bytes.Buffer
	begin, end := Counting(World{Terminal: term.Terminal{Stdout: &out, Stderr: &errs}}, "đã thử")
	end()
	begin(2).Step()
	if end(); out.Len() > 0 {
		t.Errorf("%q", out.String())
	}
}

// What belongs together is gathered in the order in which it came.
func TestGrouped(t *testing.T) {
	var g Grouped[string]
	for _, of := range []string{"b1", "a1", "b2", "c1", "a2"} {
		g.Add(of[:1], of)
	}
	if strings.Join(g.Names, "") != "bac" || strings.Join(g.Members["b"], " ") != "b1 b2" ||
		strings.Join(g.Members["a"], " ") != "a1 a2" {
		t.Errorf("%+v", g)
	}
}

// A time that was named goes before another one.
func TestAtFlagOr(t *testing.T) {
	var a AtFlag
	now := time.Date(2024, 1, 2, 0, 0, 0, 0, time.UTC)
	if a.Or(now) != now {
		t.Error("none was named")
	}
	if err := a.Set("15/11/2023"); err != nil || a.Or(now).Day() != 15 {
		t.Error(err, a.Or(now))
	}
}

// Arguments are put where they belong before the command runs.
func TestOnArguments(t *testing.T) {
	var one string
	var all []string
	run := func(context.Context) error { return errors.New(one + strings.Join(all, "")) }
	cmd := &cobra.Command{}
	if err := OnOne(&one, run)(cmd, []string{"a"}); err == nil || err.Error() != "a" {
		t.Error(err)
	}
	if err := OnAll(&all, run)(cmd, []string{"b", "c"}); err == nil || err.Error() != "abc" {
		t.Error(err)
	}
}
