package law

import (
	"fmt"
	"os"

	lawpacks "ntm/criteria/packs"
	"ntm/internal/cases"
	"ntm/internal/cli/command"
	"ntm/internal/problem"

	"github.com/spf13/cobra"
)

func newCriteriaTest(w command.World) *cobra.Command {
	var opts asked
	cmd := &cobra.Command{
		Use:     "test [THƯ_MỤC] [tùy chọn]",
		Aliases: []string{"thu"},
		Short:   "Chạy các tình huống mẫu (cases.yaml) đi kèm bộ tiêu chí",
		Long: `Chạy các tình huống mẫu trong cases.yaml: xã, năm, số liệu và kết quả phải ra của từng
chỉ tiêu. Không ghi thư mục thì chạy các tình huống có sẵn của chương trình theo bộ tiêu
chí của chương trình, rồi các tình huống của cơ quan theo bộ tiêu chí của cơ quan.`,
		Example: "  ntm criteria test\n  ntm criteria test thu-muc-quy-dinh",
		Args:    command.AtMost(1),
		RunE:    func(_ *cobra.Command, dirs []string) error { return opts.test(w, dirs) },
	}
	opts.flags(cmd.Flags())
	return cmd
}

func (o *asked) test(w command.World, dirs []string) error {
	o.Dirs = append(o.Dirs, dirs...)
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	total := cases.Result{Failures: []cases.Mismatch{}}
	if len(dirs) == 0 { // what the nation asks is not what an office asks
		if total, err = cases.RunAll(lawpacks.Embedded(), lawpacks.Files(), "packs"); err != nil {
			return err
		}
		dirs = o.Folders(w)
	}
	for _, dir := range dirs {
		own, err := cases.RunAll(lib, os.DirFS(dir), dir)
		if err != nil {
			return err
		}
		total.Add(own)
	}
	if o.json {
		if err := command.PrintJSON(w.Stdout, total); err != nil {
			return err
		}
	} else if _, err := fmt.Fprintf(w.Stdout, "Đã chạy %d tình huống trong %d tệp, đối chiếu %d kết quả.\n",
		total.Cases, total.Files, total.Outcomes); err != nil {
		return err
	}
	var problems problem.List
	for _, f := range total.Failures {
		problems.Add(f.Problem())
	}
	return problems.Err()
}
