package many

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/across"
	"ntm/internal/office/opinions"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/spf13/pflag"
)

// Chosen are the communes of whose dossiers a step is taken at once: named one by one, in a
// file of names, or chosen by what is known of them.
type Chosen struct {
	province, list string
	verdict        command.WordFlag[assess.Verdict]
	yes            bool

	With docket.Kind // the step that is taken together with the first, "" for none
}

// Words are the steps that are taken, as people say them.
func (c *Chosen) Words(kind docket.Kind) string {
	if c.With == "" {
		return kind.Word()
	}
	return kind.Word() + " và " + c.With.Word()
}

// NewChosen is none yet.
func NewChosen() Chosen {
	return Chosen{verdict: command.WordFlag[assess.Verdict]{Kind: "KẾT_QUẢ", What: "kết quả",
		Choices: []assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided}}}
}

// Flags asks for them.
func (c *Chosen) Flags(f *pflag.FlagSet) {
	f.StringVar(&c.province, "province", "", "mọi xã của `TỈNH` này đang ở bước phù hợp, kèm --year; all: cả nước")
	f.Var(&c.verdict, "verdict", "với --province: chỉ hồ sơ có `KẾT_QUẢ` này (ở mức của --level)")
	f.StringVar(&c.list, "list", "", "các xã ghi trong `TỆP` (.txt, .csv: mã hoặc tên xã ở đầu mỗi dòng)")
	f.BoolVar(&c.yes, "yes", false, "nhiều xã: ghi luôn, không hỏi lại")
}

// Several tells that more than one commune is meant.
func (c *Chosen) Several(given []string) bool {
	return len(given) > 1 || c.province != "" || c.list != ""
}

// Dossiers are the chosen ones of a year, 0 for the newest of each; those that are not there
// are told of. By province they are those whose next step may be this one.
func (c *Chosen) Dossiers(ctx context.Context, st *store.Store, given []string, year int, level criteria.Level,
	kind docket.Kind) (found []*docket.Dossier, lost []across.Unread, err error) {
	if c.province != "" {
		return c.ofProvince(ctx, st, given, year, level, kind)
	}
	if c.list != "" {
		names, err := namesIn(c.list)
		if err != nil {
			return nil, nil, err
		}
		given = append(given, names...)
	}
	seen := map[string]bool{}
	for _, name := range given {
		_, d, err := office.Which{Text: name, Year: year}.Dossier(ctx, st)
		switch {
		case err != nil && ctx.Err() != nil:
			return nil, nil, err
		case err != nil:
			lost = append(lost, across.Unread{Name: name, Why: problem.Of(err)[0].Message})
		case !seen[d.Province+d.Commune]:
			seen[d.Province+d.Commune] = true
			found = append(found, d)
		}
	}
	return found, lost, nil
}

func (c *Chosen) ofProvince(ctx context.Context, st *store.Store, given []string, year int, level criteria.Level,
	kind docket.Kind) ([]*docket.Dossier, []across.Unread, error) {
	switch {
	case len(given) > 0 || c.list != "":
		return nil, nil, command.Usage("vừa ghi tên xã vừa có --province",
			"chọn một cách: tên xã, --list, hoặc --province")
	case year == 0:
		return nil, nil, command.Usage("chọn theo tỉnh cần năm", "ghi thêm --year, ví dụ: --year 2023")
	}
	by := office.Choice{Province: c.province, Year: year, Verdict: c.verdict.Word}
	if c.verdict.Word != "" {
		by.Level = level
	}
	if c.province == everywhere {
		by.Province = ""
	}
	all, _, err := office.List(ctx, st, by)
	return list.Where(all, func(d *docket.Dossier) bool { return d.Stage.Takes(kind) }), nil, err
}

// WriteOpinions writes the blank sheet on which a department says what it thinks of the chosen
// dossiers: those that are being appraised.
func (c *Chosen) WriteOpinions(ctx context.Context, w command.World, st *store.Store, given []string, year int,
	b *opinions.Blank, out string) error {
	found, lost, err := c.Dossiers(ctx, st, given, year, "", docket.Opined)
	if err != nil {
		return err
	}
	for _, u := range lost {
		return problem.Problem{Message: u.Name + ": " + u.Why}
	}
	b.Dossiers = list.Where(found, func(d *docket.Dossier) bool { return d.Stage.Takes(docket.Opined) })
	if len(b.Dossiers) == 0 {
		return problem.Problem{Message: "không có hồ sơ nào đang thẩm định để xin ý kiến",
			Hint: "nhận thẩm định trước: ntm process take-up"}
	}
	return writeBlank(w, out, "--blank y-kien.xlsx", false, len(b.Dossiers), func(to io.Writer) error {
		return b.Write(to, w.Now())
	})
}

// mostNames is more bytes than a list of the country's communes has.
const mostNames = 4 << 20

// namesIn are the communes of a file: the first cell of each line.
func namesIn(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > mostNames {
		return nil, problem.List{{File: path, Message: "danh sách quá lớn: hơn 4 MB", Hint: "chia ra nhiều tệp"}}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, problem.List{{File: path, Message: "không đọc được danh sách này",
			Hint: "kiểm tra tên tệp, quyền đọc"}}
	}
	var out []string
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		cell := strings.TrimSpace(line)
		if rest, quoted := strings.CutPrefix(cell, `"`); quoted {
			cell, _, _ = strings.Cut(rest, `"`)
		} else if first, _, found := strings.Cut(cell, ";"); found {
			cell = first
		} else if code, _, found := strings.Cut(cell, ","); found && strings.Trim(code, "0123456789") == "" {
			cell = code
		}
		if cell = strings.TrimSpace(vi.NFC(cell)); cell != "" {
			out = append(out, cell)
		}
	}
	if len(out) == 0 {
		return nil, problem.List{{File: path, Message: "danh sách không có xã nào",
			Hint: "ghi mỗi dòng một xã: mã hoặc tên"}}
	}
	return out, nil
}

// agreed shows what would be done, and asks once.
func (c *Chosen) agreed(w command.World, s *screen, what string, of []*docket.Dossier) bool {
	s.Line("%s", s.Strong("%s: %d xã", what, len(of)))
	for i := range s.first(len(of), mostCommunes, 2, "… và %d xã nữa") {
		s.Item(2, "-", fmt.Sprintf("%s (%s)", office.TitleOf(of[i]), of[i].Stage.Word()))
	}
	return c.yes || sure(w, s, "Ghi cho các xã này?")
}

// sure asks a person once.
func sure(w command.World, s *screen, question string) bool {
	s.Write(question + " (c = có, bỏ trống = không): ")
	if w.Stdin == nil {
		return false
	}
	answer, _ := bufio.NewReader(w.Stdin).ReadString('\n')
	switch vi.Fold(strings.TrimSpace(answer)) {
	case "c", "co", "y", "yes":
		return true
	}
	return false
}
