package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/office"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/whole"

	"github.com/spf13/pflag"
)

// wideTemplate are the choices of the blank sheet for a whole province.
type wideTemplate struct {
	wide     bool
	province string
}

func (t *wideTemplate) flags(f *pflag.FlagSet) {
	f.BoolVar(&t.wide, "wide", false, "tạo bảng tổng hợp cho cả tỉnh, mỗi xã một dòng (-o TỆP.xlsx hoặc TỆP.csv)")
	f.StringVar(&t.province, "province", "", "`TỈNH` của bảng tổng hợp")
}

// runWide writes the blank wide sheet of a province.
func (o *templateOptions) runWide(w World) error {
	switch {
	case o.province == "":
		return command.Usage("còn thiếu --province", "ví dụ: ntm template --wide --province \"Thanh Hóa\" --year 2023")
	case o.split:
		return command.Usage("--wide không đi cùng --split", "bỏ --wide để tạo phiếu cho các bộ phận của một xã")
	case o.commune != "" || o.previous != "":
		return command.Usage("--wide lập bảng cho cả tỉnh, không đi cùng --commune hay --previous",
			"bỏ --wide để tạo biểu mẫu cho một xã")
	}
	if o.year == 0 {
		o.year = w.Now().Year()
	}
	communes, err := office.CommunesOf(o.province, o.year)
	if err != nil {
		return err
	}
	if o.out == "" {
		o.out = fmt.Sprintf("so-lieu-%s-%d.xlsx", vi.Slug(communes[0].Province), o.year)
	}
	write := func(out io.Writer, plan *layout.Plan) error { return blank.WriteWide(out, plan, communes, w.Now()) }
	if err := command.OutFile(o.out, "-o thanh-hoa-2023.xlsx", ".xlsx", ".csv"); err != nil {
		return err
	}
	if strings.EqualFold(filepath.Ext(o.out), ".csv") {
		write = func(out io.Writer, plan *layout.Plan) error { return blank.WriteWideCSV(out, plan, communes) }
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	up, err := office.UpTo(lib, o.level.Level, o.year, communes[0].Province)
	if err != nil {
		return err
	}
	plan, err := layout.NewPlan(lib, o.year, up, &communes[0], nil)
	if err != nil {
		return err
	}
	plan.Own = o.level.Level
	if err := whole.Write(o.out, o.force, func(out io.Writer) error { return write(out, plan) }); err != nil {
		return err
	}
	warn(w, plan)
	_, err = fmt.Fprintf(w.Stdout, "%sĐã ghi bảng tổng hợp: %s\n%s, năm %d: %d xã\n%s: %s\n",
		nothingAsked(plan), o.out, communes[0].Province, o.year, len(communes), onceFilled(plan),
		term.CommandLine("check", o.out))
	return err
}
