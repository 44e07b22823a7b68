package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/dossier"
	"ntm/internal/problem"
)

// assessOptions are the choices of `ntm assess`.
type assessOptions struct {
	packs
	file    string
	level   levelFlag
	require levelFlag
	dossier string
	force   bool
	json    bool
}

func newAssess(w World) *cobra.Command {
	var opts assessOptions
	cmd := &cobra.Command{
		Use:     "assess TỆP [tùy chọn]",
		Aliases: []string{"danh-gia"},
		Short:   "Đánh giá báo cáo của một xã theo ba mức",
		Long: `Đánh giá báo cáo của một xã theo bộ tiêu chí nông thôn mới, nâng cao và kiểu mẫu
của năm báo cáo. Chỉ tiêu chưa có số liệu hoặc chưa có ngưỡng được nói rõ là chưa
biết, không tính là đạt hay chưa đạt.`,
		Example: `  ntm assess bao-cao.yaml
  ntm assess bao-cao.yaml --level nang-cao
  ntm assess bao-cao.yaml --dossier ho-so.xlsx
  ntm assess bao-cao.yaml --json --require kieu-mau`,
		Args: args("TỆP"),
		RunE: func(_ *cobra.Command, given []string) error {
			opts.file = given[0]
			return opts.run(w)
		},
	}
	f := cmd.Flags()
	f.Var(&opts.level, "level", "chỉ xem một `MỨC`, và lập hồ sơ đề nghị mức ấy: ntm, nang-cao hoặc kieu-mau")
	f.Var(&opts.require, "require", "trả mã 3 nếu `MỨC` này chưa đủ điều kiện")
	f.StringVar(&opts.dossier, "dossier", "", "ghi hồ sơ Excel ra `TỆP.xlsx`")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp hồ sơ đã có")
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	opts.flags(f)
	return cmd
}

func (o *assessOptions) run(w World) error {
	if o.dossier != "" {
		if !strings.EqualFold(filepath.Ext(o.dossier), ".xlsx") {
			return usageError{"tệp hồ sơ " + o.dossier + " phải có đuôi .xlsx", "ví dụ: --dossier ho-so.xlsx"}
		}
		if err := mayWrite(o.dossier, o.force); err != nil {
			return err
		}
	}
	whole, err := o.assess(w, o.file)
	if err != nil {
		return err
	}
	shown := whole
	if o.level.level != "" {
		shown = whole.Only([]criteria.Level{o.level.level})
		if len(shown.Levels) == 0 {
			return problem.Problem{File: o.file, Message: fmt.Sprintf("năm %d không có bộ tiêu chí mức %s", whole.Year, o.level.level), Hint: "bỏ --level, hoặc chọn mức khác"}
		}
	}
	if o.dossier != "" {
		if err := writeFile(o.dossier, o.force, func(out io.Writer) error { return dossier.Write(out, shown, w.Now()) }); err != nil {
			return err
		}
	}
	if o.json {
		err = printJSON(w.Stdout, shown)
	} else {
		err = newScreen(w).assessment(shown, o.dossier)
	}
	if err != nil {
		return err
	}
	for _, l := range whole.Levels {
		if l.Level == o.require.level && l.Verdict == assess.Eligible {
			return nil
		}
	}
	if o.require.level != "" {
		return errNotEligible
	}
	return nil
}
