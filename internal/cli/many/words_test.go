package many

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office/across"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
	"ntm/internal/term"
)

// What a commune lacks is told, and what is not known of it apart from it; of nothing it is said
// that nothing is lacking.
func TestLacking(t *testing.T) {
	var out bytes.Buffer
	s := &screen{Screen: term.NewScreen(world(&out).Terminal)}
	miss := across.Miss{No: "10", Name: "Thu nhập", Gap: "2 triệu đồng"}
	for _, tt := range []struct {
		of   across.Compared
		want []string
	}{
		{across.Compared{}, []string{"đủ mọi nội dung đã biết"}},
		{across.Compared{Lack: across.Lack{NotMet: []across.Miss{miss}}}, []string{miss.Text()}},
		{across.Compared{Lack: across.Lack{Open: []string{"1.1", "2"}}}, []string{"2 nội dung chưa rõ"}},
		{across.Compared{Lack: across.Lack{NotMet: []across.Miss{miss}, Open: []string{"2"}},
			Missing: []string{"Số giả định"}}, []string{miss.Text(), "1 nội dung chưa rõ", "thiếu 1 số liệu"}},
	} {
		if got := s.lacking(&tt.of); got != strings.Join(tt.want, "; ") {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// What turns of a commune is named; nothing where its verdict alone does.
func TestChanged(t *testing.T) {
	if got := changed(&across.Turn{}); got != "" {
		t.Errorf("%q", got)
	}
	got := changed(&across.Turn{Changed: []across.Changed{{No: "10", Before: assess.NotMet, After: assess.Met},
		{No: "17.1", Before: assess.NoFigure, After: assess.NotMet}}})
	for _, want := range []string{"; ", "10: chưa đạt → đạt", "17.1: "} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
}

// A step is called with the one that is taken together with it, and several communes are told
// from one.
func TestChosen(t *testing.T) {
	for _, tt := range []struct {
		flags, given []string
		several      bool
	}{
		{nil, []string{"16492"}, false}, {nil, nil, false}, {nil, []string{"16492", "16495"}, true},
		{[]string{"--province", "Giả Định"}, nil, true}, {[]string{"--list", "xa.txt"}, []string{"16492"}, true},
		{[]string{"--yes"}, []string{"16492"}, false},
	} {
		if got := chosenBy(t, tt.flags...).Several(tt.given); got != tt.several {
			t.Errorf("%v %v: %v", tt.flags, tt.given, got)
		}
	}
	c := NewChosen()
	if got := c.Words(docket.Submitted); got != docket.Submitted.Word() {
		t.Error(got)
	}
	c.With = docket.TakenUp
	if got := c.Words(docket.Submitted); got != docket.Submitted.Word()+" và "+docket.TakenUp.Word() {
		t.Error(got)
	}
}

// Whoever names no province means the store's only one; of several the program asks which, and of
// none it says how to begin.
func TestOnly(t *testing.T) {
	at := command.Stored{DB: filepath.Join(t.TempDir(), "kho.db")}
	var out bytes.Buffer
	for _, tt := range []struct {
		add, named, want, hint string
	}{
		{"", "", "", "ntm import"},
		{"", "Giả Định", "Giả Định", ""}, // named: whatever the store has
		{"Thanh Hóa", "", "Thanh Hóa", ""},
		{"Nghệ An", "", "", "--province all"},
		{"", everywhere, everywhere, ""},
	} {
		if err := at.Making(t.Context(), world(&out), func(st *store.Store) error {
			if tt.add != "" {
				if err := st.AppendOne(t.Context(), storetest.Report(tt.add, "1", "Giả Định", 2023, "")); err != nil {
					t.Fatal(err)
				}
			}
			o := Asked{province: tt.named}
			err := o.only(t.Context(), st)
			var use problem.WrongUse
			hint := ""
			if errors.As(err, &use) {
				hint = use.Hint
			} else if err != nil {
				hint = problem.Of(err)[0].Hint
			}
			if o.province != tt.want || (err == nil) != (tt.hint == "") || !strings.Contains(hint, tt.hint) {
				t.Errorf("%+v: %q, %v, %q", tt, o.province, err, hint)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
}

// Files that cannot be read end a question over files as a failure that was told; one over a
// store ends well, and another error stays what it is.
func TestEnded(t *testing.T) {
	var a across.Aside
	other := errors.New("x")
	if err := new(Asked).ended(&a, nil); err != nil {
		t.Error(err)
	}
	aside(&a, problem.List{{File: "khong-co.yaml", Message: "không có tệp này"}})
	if len(a.Unread) != 1 || !strings.Contains(a.Unread[0].Name, "khong-co.yaml") ||
		a.Unread[0].Why != "không có tệp này" {
		t.Errorf("%+v", a.Unread)
	}
	for _, tt := range []struct {
		of        Asked
		err, want error
	}{
		{Asked{}, nil, command.ErrToldFailed}, {Asked{}, other, other}, {Asked{province: "Giả Định"}, nil, nil},
	} {
		if err := tt.of.ended(&a, tt.err); !errors.Is(err, tt.want) {
			t.Errorf("%+v: %v, want %v", tt.of, err, tt.want)
		}
	}
	for province, want := range map[string]string{"": "các xã được hỏi", everywhere: "cả nước",
		"Giả Định": "Giả Định"} {
		if got := (&Asked{province: province}).title(); got != want {
			t.Errorf("%q: %q, want %q", province, got, want)
		}
	}
}
