package cli

import (
	"context"
	"slices"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/dossier"
	"ntm/internal/office"
	"ntm/internal/office/making"
	"ntm/internal/store"

	"github.com/spf13/cobra"
)

// levelUsage says what --level is for where a level is looked at.
const levelUsage = "chỉ xem một `MỨC`: ntm, nang-cao, kieu-mau; all: mọi mức; không ghi: mức của biểu mẫu"

// assessOptions are the choices of `ntm assess`.
type assessOptions struct {
	command.Reports
	command.Stored
	command.Acting
	display
	photosOptions
	level    command.LevelsFlag
	require  command.LevelFlag
	all      bool // of the store's that are judged by old requirements
	province string
	dossier  string
	force    bool
}

func newAssess(w World) *cobra.Command {
	var opts assessOptions
	cmd := &cobra.Command{
		Use:     "assess TỆP… [tùy chọn]",
		Aliases: []string{"danh-gia"},
		Short:   "Đánh giá báo cáo của một hay nhiều xã theo ba mức",
		Long: `Đánh giá báo cáo của một xã theo bộ tiêu chí nông thôn mới, nâng cao và kiểu mẫu
của năm báo cáo. Chỉ tiêu chưa có số liệu hoặc chưa có ngưỡng được nói rõ là chưa
biết, không tính là đạt hay chưa đạt.

TỆP là biểu mẫu đã điền (.xlsx), báo cáo .yaml hoặc .json, hoặc bảng tổng hợp nhiều
xã (.xlsx, .csv, mỗi xã một dòng). Với nhiều tệp, thư mục hoặc bảng tổng hợp: mỗi
xã một dòng kết quả, rồi tổng kết; --json khi đó in mỗi xã một văn bản JSON trên
một dòng; --require trả mã 3 nếu có xã chưa đủ điều kiện.

Thay cho TỆP có thể ghi mã hoặc tên một xã đã nhập vào kho dữ liệu: báo cáo mới nhất (của
năm ghi ở --year) được đánh giá theo bộ tiêu chí hiện có, kết quả được giữ trong kho.

Sau khi ngưỡng đổi hoặc đổi phiên bản chương trình: ntm assess --all đánh giá lại các hồ sơ
trong kho còn theo bộ cũ; hồ sơ đã qua bước đánh giá thì giữ nguyên và được đếm riêng.

Lập hồ sơ cho nhiều xã, hoặc thêm bản PDF: ntm dossier.`,
		Example: `  ntm assess bao-cao.yaml
  ntm assess bao-cao.yaml --level nang-cao
  ntm assess bao-cao.yaml --dossier ho-so.xlsx
  ntm assess bao-cao.yaml --json --require kieu-mau
  ntm assess bao-cao-cac-xa tong-hop.xlsx
  ntm assess 16492 --year 2023
  ntm assess --all --province "Thanh Hóa" --year 2023`,
		Args: func(cmd *cobra.Command, given []string) error {
			if opts.all {
				return command.Args()(cmd, given)
			}
			return command.AtLeastOne(cmd, given)
		},
		RunE: command.OnAll(&opts.Given, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.Var(&opts.level, "level", levelUsage)
	f.BoolVar(&opts.all, "all", false, "đánh giá lại mọi hồ sơ trong kho đang theo bộ ngưỡng cũ hoặc phiên bản "+
		"chương trình cũ; kèm --province, --year nếu chỉ một phần")
	f.StringVar(&opts.province, "province", "", "với --all: chỉ `TỈNH` này")
	f.Var(&opts.require, "require", "trả mã 3 nếu `MỨC` này chưa đủ điều kiện")
	f.StringVar(&opts.dossier, "dossier", "", "ghi hồ sơ Excel ra `TỆP.xlsx`")
	opts.photosFlag(f)
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp hồ sơ đã có")
	opts.jsonFlag(f)
	opts.fullFlag(f)
	opts.ReportsFlags(f)
	opts.StoreFlag(f)
	opts.AsFlag(f)
	return cmd
}

func (o *assessOptions) run(ctx context.Context, w World) error {
	if o.dossier != "" {
		if err := command.NewFile(o.dossier, "--dossier ho-so.xlsx", ".xlsx", o.force); err != nil {
			return err
		}
	}
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	if o.all {
		return o.In(ctx, w, func(st *store.Store) error { return o.every(ctx, w, st, lib) })
	}
	if office.NamesCommune(o.Given) {
		return o.In(ctx, w, func(st *store.Store) error { return o.kept(ctx, w, st, lib) })
	}
	files, lost := office.Inputs(o.Given, o.Extensions()...)
	m := assessMany{assessOptions: o, sums: tally{lost: lost}, alone: len(files) == 1 && len(lost) == 0}
	if o.dossier != "" && !m.alone {
		return errOneDossier
	}
	b := &office.Bulk{Lib: lib, Year: o.Year}
	if err := command.Each(ctx, b, w, files, func(i office.Item) office.Judged { return b.Judge(i, w.Version) },
		func(w World, r office.Judged) error { return m.take(ctx, w, r) }); err != nil || m.alone {
		return err
	}
	return m.end(w)
}

// one shows the assessment of the only report.
func (o *assessOptions) one(ctx context.Context, w World, file string, all *assess.Assessment) error {
	made := dossier.Options{At: w.Now()}
	if o.dossier != "" {
		notes, err := making.WithEvidence(ctx, &made, all.Report, file, !o.noPhotos)
		if err != nil {
			return err
		}
		command.Notes(w, notes)
	}
	return o.tell(w, file, all, made)
}

// tell shows an assessment, of which the dossier is made with the options.
func (o *assessOptions) tell(w World, file string, all *assess.Assessment, made dossier.Options) error {
	a, err := office.AtLevel(file, all, o.level.Level)
	if err == nil && o.dossier != "" {
		err = making.Write(o.dossier, o.force, a, made)
	}
	if err == nil && o.json {
		a, err = office.AtLevel(file, all, o.level.For(true))
	}
	if err != nil {
		return err
	}
	return command.Answer(o.show(w, a, func(s *screen) { s.assessment(a, o.dossier) }), o.satisfied(all))
}

// satisfied tells whether the level that --require names is eligible.
func (o *assessOptions) satisfied(all *assess.Assessment) bool {
	return o.require.Level == "" || slices.ContainsFunc(all.Levels, func(l assess.Level) bool {
		return l.Level == o.require.Level && l.Verdict == assess.Eligible
	})
}
