package office

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"ntm/internal/docket"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Refused tells a person why a step may not be taken.
func Refused(title string, err error) error {
	p := problem.Problem{Message: err.Error()}
	if title != "" {
		p.Message = title + ": " + p.Message
	}
	var hinting interface{ Hint() string }
	if errors.As(err, &hinting) {
		p.Hint = hinting.Hint()
	}
	var paging interface{ OnPage() problem.Page }
	if errors.As(err, &paging) {
		said := paging.OnPage()
		if p.Page = &said; title != "" && said.Message != "" {
			said.Message = title + ": " + said.Message
		}
	}
	return p
}

// Printable tells a text of letters and signs from one with control characters,
// also those that turn the direction of writing.
func Printable(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x200e && r <= 0x200f ||
			r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	})
}

// Append puts a change into a store; where the docket refuses it a person is told why of
// what is titled so.
func Append(ctx context.Context, st *store.Store, title string, change store.Change) error {
	err := st.AppendOne(ctx, change)
	if docket.IsRefusal(err) {
		return Refused(title, err)
	}
	return err
}

// TitleOf names a dossier.
func TitleOf(d *docket.Dossier) string { return fmt.Sprintf("%s, năm %d", d.Place.Title, d.Year) }

// How many letters the name of a person or an office, and a remark, may have.
const (
	MostOfName = 200
	MostOfText = 4000
)

// Unreadable says of a text that is longer than most letters or cannot be shown that it
// is so; "" of any other.
func Unreadable(text string, most int) string {
	if len([]rune(text)) <= most && Printable(text) {
		return ""
	}
	return fmt.Sprintf("nội dung bắt đầu bằng %q quá dài hoặc có ký tự không in được", Shortened(text))
}

// Actor is the name of who acts, as it is written down beside what they do.
func Actor(typed string) (string, error) {
	name := vi.NFC(strings.TrimSpace(typed))
	switch {
	case name == "":
		return "", problem.Problem{Message: "không biết người thực hiện", Hint: "ghi tên người hoặc cơ quan"}
	case len([]rune(name)) > MostOfName || !Printable(name):
		return "", problem.Problem{Message: "tên người làm quá dài hoặc có ký tự không in được",
			Hint: "ghi tên ngắn gọn"}
	}
	return name, nil
}

// Shortened is the beginning of a text.
func Shortened(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// noSuchProvince is that a store knows nothing of a province.
type noSuchProvince struct{ problem.Problem }

func (n noSuchProvince) Unwrap() error { return n.Problem }

// Stopped ends what a person interrupted; Said is what there is to say of how far it
// came.
type Stopped struct{ Said error }

func (s Stopped) Error() string { return s.Said.Error() }
func (s Stopped) Unwrap() error { return s.Said }

// ErrStopped is interrupted, nothing further to report.
var ErrStopped = Stopped{problem.Problem{
	Message: "đã dừng theo yêu cầu; những gì đã báo là xong vẫn còn nguyên",
	Hint:    "chạy lại đúng lệnh này để làm tiếp",
}}
