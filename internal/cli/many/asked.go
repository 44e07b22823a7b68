package many

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/across"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/whole"

	"github.com/spf13/pflag"
)

// Asked says which communes a question is about: those of a store, or the reports in files.
type Asked struct {
	command.OneAsked
	province, out string
	force         bool
}

// Flags asks for them.
func (o *Asked) Flags(f *pflag.FlagSet) {
	f.StringVar(&o.province, "province", "", "hỏi các xã của `TỈNH` này trong kho dữ liệu, kèm --year; all: cả nước; "+
		"kho chỉ có một tỉnh thì không cần ghi")
	o.YearFlag(f)
	o.StoreFlag(f)
}

// SheetFlags asks for a workbook.
func (o *Asked) SheetFlags(f *pflag.FlagSet) {
	f.StringVarP(&o.out, "output", "o", "", "ghi bảng Excel nhiều xã ra `TỆP.xlsx`")
	f.BoolVar(&o.force, "force", false, "ghi đè bảng đã có")
}

// everywhere is the word for the whole country in the place of a province.
const everywhere = "all"

// Many tells that the question is about many communes: one file of one report is not. A year
// alone means those of the store.
func (o *Asked) Many(given []string) bool {
	if o.Year != 0 && len(given) == 0 || o.province != "" || o.out != "" || len(given) > 1 {
		return true
	}
	if len(given) == 0 {
		return false
	}
	info, err := os.Stat(given[0])
	return err == nil && info.IsDir()
}

// Apart tells the files at the front of arguments from what is supposed behind them: a store
// is asked with suppositions alone, else the first is a file and so is what is there beside it.
func (o *Asked) Apart(given []string) (files, supposed []string) {
	if o.province != "" || len(given) == 0 {
		return nil, given
	}
	if _, err := os.Lstat(given[0]); err != nil && o.Year != 0 && strings.Contains(given[0], "=") {
		return nil, given
	}
	n := 1
	for n < len(given) {
		if _, err := os.Lstat(given[n]); err != nil {
			break
		}
		n++
	}
	return given[:n], given[n:]
}

// check finds what cannot be, before anything is read.
func (o *Asked) check(given []string) error {
	switch {
	case o.province == "" && len(given) == 0 && o.Year == 0:
		return command.Usage("chưa rõ hỏi các xã nào", "ghi các tệp báo cáo, thư mục, bảng tổng hợp; hoặc "+
			`--province "Thanh Hóa" --year 2023 để hỏi kho dữ liệu`)
	case o.province != "" && len(given) > 0:
		return command.Usage("vừa có tệp vừa có --province", "chọn một: hỏi các tệp, hoặc hỏi kho dữ liệu")
	case o.province != "" && o.Year == 0:
		return command.Usage("hỏi kho dữ liệu cần năm", "ghi thêm --year, ví dụ: --year 2023")
	case o.out == "":
		return nil
	}
	return command.NewFile(o.out, "-o bang.xlsx", ".xlsx", o.force)
}

// question asks the communes of a source.
type question func(across.Source, across.Begin) error

// ask asks it of those that were named; lost are files and folders that cannot be read.
func (o *Asked) ask(ctx context.Context, w command.World, lib *criteria.Library, given []string,
	q question) (lost problem.List, err error) {
	if err := o.check(given); err != nil {
		return nil, err
	}
	begin, end := command.Counting(w, "đã xem")
	defer end()
	steps := func(n int) func() { return begin(n).Step }
	if office.NamesCommune(given) {
		return nil, o.In(ctx, w, func(st *store.Store) error {
			_, d, err := office.Which{Text: given[0], Year: o.Year}.Dossier(ctx, st)
			if err != nil {
				return err
			}
			return q(across.Stored{Store: st, Dossiers: []*docket.Dossier{d}}, steps)
		})
	}
	if o.province == "" && len(given) > 0 {
		paths, lost := office.Inputs(given)
		return lost, q(across.Files{Bulk: &office.Bulk{Lib: lib, Year: o.Year}, Paths: paths, Version: w.Version},
			steps)
	}
	return nil, o.In(ctx, w, func(st *store.Store) error {
		if err := o.only(ctx, st); err != nil {
			return err
		}
		chosen := office.Choice{Province: o.province, Year: o.Year}
		if o.province == everywhere {
			chosen.Province = ""
		}
		found, _, err := office.List(ctx, st, chosen)
		if err != nil {
			return err
		}
		return q(across.Stored{Store: st, Dossiers: found}, steps)
	})
}

// only takes the store's one province where none is named. Of several it asks which.
func (o *Asked) only(ctx context.Context, st *store.Store) error {
	if o.province != "" {
		return nil
	}
	known, err := st.Provinces(ctx)
	if err != nil {
		return err
	}
	if len(known) == 1 {
		o.province = known[0]
		return nil
	}
	if len(known) == 0 {
		return problem.Problem{File: st.Name(), Message: "kho dữ liệu chưa có xã nào",
			Hint: "nhập báo cáo: ntm import TỆP"}
	}
	return command.Usage(fmt.Sprintf("kho dữ liệu có %d tỉnh, chưa rõ hỏi tỉnh nào", len(known)),
		fmt.Sprintf("ghi thêm --province %q, hoặc --province all để hỏi cả nước; các tỉnh đã có: %s", known[0],
			strings.Join(known, ", ")))
}

// sheet writes the workbook of an answer where one is asked for.
func (o *Asked) sheet(about string, write func(io.Writer, string) error) error {
	if o.out == "" {
		return nil
	}
	title := about + ": " + o.title()
	if o.Year != 0 {
		title += fmt.Sprintf(", năm %d", o.Year)
	}
	return whole.Write(o.out, o.force, func(to io.Writer) error { return write(to, title) })
}

// title says which communes an answer is about.
func (o *Asked) title() string {
	switch o.province {
	case "":
		return "các xã được hỏi"
	case everywhere:
		return "cả nước"
	}
	return o.province
}

// aside adds what could not be read to an answer.
func aside(a *across.Aside, lost problem.List) {
	a.Unread = append(a.Unread, list.Map(lost, func(p problem.Problem) across.Unread {
		return across.Unread{Name: p.Place(), Why: p.Message}
	})...)
}

// ended is how a question over files ends: files that cannot be read are a failure that was
// told, a dossier of a store that nobody has judged yet is none.
func (o *Asked) ended(a *across.Aside, err error) error {
	if err == nil && o.province == "" && len(a.Unread) > 0 {
		return command.ErrToldFailed
	}
	return err
}
