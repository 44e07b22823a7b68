package many

import (
	"context"
	"fmt"
	"os"
	"strings"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/across"
	"ntm/internal/problem"
	"ntm/internal/store"

	"github.com/spf13/pflag"
)

// Asked says which communes a question is about, those of a store or the reports in files, and how
// its answer is shown.
type Asked struct {
	command.Reading
	command.OneAsked
	Given         []string // the files, or a commune
	JSON, Full    bool
	province, out string
	force         bool
}

// Flags asks for them; full says what is listed in full then.
func (o *Asked) Flags(f *pflag.FlagSet, full string) {
	f.StringVar(&o.province, "province", "", "hỏi các xã của `TỈNH` này trong kho dữ liệu, kèm --year; all: cả nước; "+
		"kho chỉ có một tỉnh thì không cần ghi")
	f.BoolVar(&o.JSON, "json", false, "in kết quả dạng JSON")
	f.BoolVar(&o.Full, "full", false, full)
	o.YearFlag(f)
	o.StoreFlag(f)
	o.ReadingFlags(f)
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
func (o *Asked) check() error {
	switch {
	case o.province == "" && len(o.Given) == 0 && o.Year == 0:
		return command.Usage("chưa rõ hỏi các xã nào", "ghi các tệp báo cáo, thư mục, bảng tổng hợp; hoặc "+
			`--province "Thanh Hóa" --year 2023 để hỏi kho dữ liệu`)
	case o.province != "" && len(o.Given) > 0:
		return command.Usage("vừa có tệp vừa có --province", "chọn một: hỏi các tệp, hoặc hỏi kho dữ liệu")
	case o.province != "" && o.Year == 0:
		return command.Usage("hỏi kho dữ liệu cần năm", "ghi thêm --year, ví dụ: --year 2023")
	case o.out == "":
		return nil
	}
	return command.NewFile(o.out, "-o bang.xlsx", ".xlsx", o.force)
}

// ask asks a question of those that were named; lost are files and folders that cannot be read.
func (o *Asked) ask(ctx context.Context, w command.World, lib *criteria.Library,
	q func(across.Source, across.Begin) error) (lost problem.List, err error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	begin, end := command.Counting(w, "đã xem")
	defer end()
	steps := func(n int) func() { return begin(n).Step }
	if o.province == "" && len(o.Given) > 0 && !office.NamesCommune(o.Given) {
		paths, lost := office.Inputs(o.Given)
		return lost, q(across.Files{Bulk: &office.Bulk{Lib: lib, Year: o.Year}, Paths: paths, Version: w.Version},
			steps)
	}
	return nil, o.In(ctx, w, func(st *store.Store) error {
		found, err := o.dossiers(ctx, st)
		if err != nil {
			return err
		}
		return q(across.Stored{Store: st, Dossiers: found}, steps)
	})
}

// dossiers are those of the store that were named.
func (o *Asked) dossiers(ctx context.Context, st *store.Store) ([]*docket.Dossier, error) {
	if len(o.Given) > 0 {
		_, d, err := office.Which{Text: o.Given[0], Year: o.Year}.Dossier(ctx, st)
		return []*docket.Dossier{d}, err
	}
	if err := o.only(ctx, st); err != nil {
		return nil, err
	}
	chosen := office.Choice{Province: o.province, Year: o.Year}
	if o.province == everywhere {
		chosen.Province = ""
	}
	found, _, err := office.List(ctx, st, chosen)
	return found, err
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
