package cli

import (
	"context"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/cli/many"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	batch "ntm/internal/office/opinions"
	"ntm/internal/store"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

func newOpinion(w World) *cobra.Command {
	opts := stepOptions{Chosen: many.NewChosen()}
	var given []string
	cmd := &cobra.Command{
		Use:     "opinion [XÃ…] [tùy chọn]",
		Aliases: []string{"y-kien"},
		Short:   "Ghi ý kiến của một cơ quan về tiêu chí",
		Long: `Ghi ý kiến của một cơ quan về một hoặc nhiều tiêu chí, chỉ tiêu (--on 1,2,3 hoặc --on 10.1).
Ý kiến ghi trong hồ sơ Excel gửi lại thì đọc thẳng bằng --from: xã, năm, nội dung và ngày lấy
từ hồ sơ, cơ quan lấy từ ô người ghi hoặc --department.

Một cơ quan cho ý kiến cả đợt trên một bảng, mỗi xã một dòng: --blank ghi bảng trống cho các xã đang
thẩm định, --sheet đọc bảng đã ghi (.xlsx, .csv). Có dòng sai thì không ghi gì, và nêu từng dòng.`,
		Example: `  ntm process opinion 16492 --department "Sở Y tế" --on 15 --result "Đạt"
  ntm process opinion --province "Thanh Hóa" --year 2023 --department "Sở Y tế" --on 15 --result "Đạt"
  ntm process opinion --from ho-so-gui-lai.xlsx
  ntm process opinion --province "Thanh Hóa" --year 2023 --department "Sở Y tế" --on 15 --blank y-kien.xlsx
  ntm process opinion --sheet y-kien.xlsx`,
		RunE: command.OnAll(&given, func(ctx context.Context) error {
			return opts.In(ctx, w, func(st *store.Store) error { return opts.opinion(ctx, w, st, given) })
		}),
	}
	f := cmd.Flags()
	f.StringVar(&opts.department, "department", "", "`CƠ_QUAN` cho ý kiến")
	f.StringVar(&opts.on, "on", "", "`TIÊU_CHÍ`, chỉ tiêu hoặc điều kiện; nhiều thì cách nhau bằng dấu phẩy")
	f.StringVar(&opts.result, "result", "", "`NỘI_DUNG` kết quả, ví dụ: Đạt, Chưa đạt, Cơ bản đạt")
	f.Var(&opts.day, "date", "`NGÀY` cho ý kiến")
	opts.noteTo(f)
	f.StringVar(&opts.from, "from", "", "đọc ý kiến đã ghi trong hồ sơ `TỆP.xlsx` gửi lại")
	f.StringVar(&opts.sheet, "sheet", "", "đọc ý kiến về nhiều xã đã ghi trong bảng `TỆP`")
	f.StringVar(&opts.blank, "blank", "", "ghi bảng trống ra `TỆP.xlsx` để cơ quan cho ý kiến, mỗi xã một dòng")
	opts.Flags(f)
	opts.common(f)
	return cmd
}

func (o *stepOptions) opinion(ctx context.Context, w World, st *store.Store, given []string) error {
	switch {
	case o.from != "":
		return o.opinionsFrom(ctx, w, st)
	case o.sheet != "":
		return o.opinionsOfSheet(ctx, w, st)
	case o.blank != "":
		return o.WriteOpinions(ctx, w, st, given, o.Year, &batch.Blank{Department: vi.NFC(o.department), On: o.on},
			o.blank)
	}
	if len(given) == 0 && !o.Several(given) {
		return command.Usage("còn thiếu XÃ hoặc --from", `ví dụ: ntm process opinion 16492 --department "Sở Y `+
			`tế" --on 15 --result "Đạt"`)
	}
	day := ""
	if !o.day.IsZero() {
		day = o.day.String()
	}
	var bodies []any
	for on := range strings.SplitSeq(o.on, ",") {
		bodies = append(bodies, docket.Opinion{Department: vi.NFC(o.department),
			On: office.NumberOf(on), Result: vi.NFC(o.result), Text: vi.NFC(o.note), Day: day})
	}
	if !o.Several(given) {
		o.Text = given[0]
	}
	return o.takeAll(ctx, w, st, given, docket.Opined, bodies...)
}

// opinionsOfSheet records what departments wrote on one sheet about many dossiers.
func (o *stepOptions) opinionsOfSheet(ctx context.Context, w World, st *store.Store) error {
	by, err := o.By(w)
	if err != nil {
		return err
	}
	of, known, err := batch.Read(ctx, st, o.sheet, vi.NFC(o.department), o.Year)
	if err != nil {
		return err
	}
	if len(of) == 0 {
		s := newScreen(w)
		s.Line("%d ý kiến trong %s đã ghi từ trước; không ghi thêm.", known, o.sheet)
		return s.Err
	}
	said := map[*docket.Dossier][]any{}
	dossiers := list.Map(of, func(one *batch.Of) *docket.Dossier {
		said[one.Dossier] = one.New
		return one.Dossier
	})
	return o.Take(ctx, w, docket.Opined, dossiers, nil, o.json, func(d *docket.Dossier) error {
		_, err := office.TakeStep(ctx, st, office.WhichOf(d), by, o.day.Date, docket.Opined, said[d]...)
		return err
	})
}

// opinionsFrom records what departments wrote into a dossier that came back. Only
// a dossier in which nothing else was altered is taken.
func (o *stepOptions) opinionsFrom(ctx context.Context, w World, st *store.Store) error {
	check, err := office.Verify(ctx, o.from)
	if err != nil {
		return err
	}
	var bodies []any
	if o.Which, bodies, err = office.OpinionsFrom(ctx, st, o.from, check, o.department); err != nil {
		return err
	}
	if len(bodies) == 0 {
		s := newScreen(w)
		s.Line("Các ý kiến trong %s đã ghi từ trước; không ghi thêm.", o.from)
		return s.Err
	}
	return o.take(ctx, w, st, docket.Opined, bodies...)
}
