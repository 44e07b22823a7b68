package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/scratch"
	"ntm/internal/store"
	"ntm/internal/whole"
)

type bundleOptions struct {
	ofCommune
	province string
	out      string
	force    bool
}

func newBundle(w World) *cobra.Command {
	var opts bundleOptions
	cmd := &cobra.Command{
		Use:     "bundle [XÃ] -o TỆP.ntm [tùy chọn]",
		Aliases: []string{"gui-di"},
		Short:   "Ghi dữ liệu của một xã hoặc một tỉnh ra một tệp để chuyển cho nơi khác",
		Long: `Ghi toàn bộ lịch sử, báo cáo và bộ tiêu chí đã dùng của một xã, hoặc của cả tỉnh với
--province, ra một tệp. Nơi nhận nhập bằng ntm import TỆP.ntm; việc nào hai nơi cùng có
thì chỉ giữ một lần.`,
		Example: `  ntm bundle 16492 -o quang-trung.ntm
  ntm bundle --province "Thanh Hóa" -o thanh-hoa.ntm`,
		Args: atMostOne("XÃ"),
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.Text = strings.Join(given, "")
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.province, "province", "", "mọi xã và hội đồng của `TỈNH`")
	f.StringVarP(&opts.out, "output", "o", "", "ghi ra `TỆP.ntm`")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	opts.storeFlag(f)
	return cmd
}

// atMostOne lets a command be given one argument or none.
func atMostOne(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if len(given) == 0 {
			return nil
		}
		return args(name)(cmd, given)
	}
}

func (o *bundleOptions) run(ctx context.Context, w World) error {
	switch {
	case (o.Text == "") == (o.province == ""):
		return usage("ghi một xã, hoặc một tỉnh bằng --province", `ví dụ: ntm bundle 16492 -o quang-trung.ntm`)
	case !strings.EqualFold(filepath.Ext(o.out), bundleExtension):
		return usage(fmt.Sprintf("tệp %q không có đuôi .ntm", o.out), "ví dụ: -o quang-trung.ntm")
	}
	if err := whole.May(o.out, o.force); err != nil {
		return err
	}
	return o.in(ctx, w, func(st *store.Store) error {
		return st.Moment(ctx, func(st *store.Store) error { return o.write(ctx, w, st) })
	})
}

// write writes the part of the store that was asked for.
func (o *bundleOptions) write(ctx context.Context, w World, st *store.Store) error {
	var of store.Subject
	var only *places.Province // a part of its province of today
	if o.province != "" {
		p, err := office.StoredProvince(ctx, st, o.province)
		if err != nil {
			return err
		}
		of.Province = p.Home
		if p.Gone {
			only = &p
		}
	} else {
		h, err := o.Holder(ctx, st)
		if err != nil {
			return err
		}
		of.Province, of.Commune = h.Province, h.Commune
	}
	subjects, err := st.Subjects(ctx, of.Province, of.Commune)
	if err != nil {
		return err
	}
	if only != nil {
		if subjects, err = onlyWithin(ctx, st, *only, subjects); err != nil {
			return err
		}
	}
	if of.Commune != "" || only != nil {
		if subjects, err = withCouncils(ctx, st, subjects); err != nil {
			return err
		}
	}
	wp, p := underway(w, "đã ghi", len(subjects))
	err = whole.Replace(o.out, o.force, func(temp string) error {
		part, err := store.OpenOrMake(ctx, temp+".kho", w.Now)
		if err != nil {
			return err
		}
		_, err = part.MergeFrom(ctx, st, subjects, func(n int) {
			for range n {
				p.Step()
			}
		})
		if err == nil {
			err = part.Backup(ctx, temp) // one whole file, with nothing beside it
		}
		return errors.Join(err, part.Close())
	})
	p.Clear()
	if err != nil {
		return err
	}
	s := newScreen(wp)
	s.Line("Đã ghi %d xã và hội đồng ra %s", len(subjects), o.out)
	return s.Err
}

// onlyWithin are the communes among the subjects that count to a province.
func onlyWithin(ctx context.Context, st *store.Store, p places.Province, of []store.Subject) ([]store.Subject, error) {
	holders, err := st.Holders(ctx, office.Within(p))
	if err != nil {
		return nil, err
	}
	there := map[string]bool{}
	for _, h := range holders {
		there[h.Commune] = true
	}
	return slices.DeleteFunc(of, func(s store.Subject) bool { return !there[s.Commune] }), nil
}

// withCouncils adds the councils that the communes' dossiers were or are before.
func withCouncils(ctx context.Context, st *store.Store, of []store.Subject) ([]store.Subject, error) {
	out := slices.Clone(of)
	for _, subject := range of {
		found, err := st.Dossiers(ctx, store.Filter{Province: subject.Province, Commune: subject.Commune})
		if err != nil {
			return nil, err
		}
		for _, d := range found {
			if sat := (store.Subject{Province: d.Province, Council: d.Council}); d.Council != "" && !slices.Contains(out, sat) {
				out = append(out, sat)
			}
		}
	}
	return out, nil
}

// openBundle opens a copy of a store that somebody handed over: what they gave is
// not touched, and what it holds is looked at before anything is taken from it.
func openBundle(ctx context.Context, file string) (*handedOver, error) {
	if err := store.CheckPlace(file); err != nil {
		return nil, err
	}
	if info, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, problem.List{{File: file, Message: "không có tệp này", Hint: "kiểm tra lại tên tệp"}}
	} else if err != nil || info.IsDir() {
		return nil, problem.List{{File: file, Message: "không đọc được tệp này", Hint: "kiểm tra đường dẫn và quyền đọc"}}
	}
	folder, err := scratch.Make("")
	if err != nil {
		return nil, problem.List{{Message: "không tạo được thư mục tạm", Hint: "kiểm tra dung lượng đĩa"}}
	}
	out := &handedOver{folder: folder}
	if err := store.Copy(ctx, file, folder.File("kho.db")); err != nil {
		return nil, errors.Join(asOf(file, err), out.Close())
	}
	if out.Store, err = store.Open(ctx, folder.File("kho.db"), func() time.Time { return time.Time{} }); err != nil {
		return nil, errors.Join(asOf(file, err), out.Close())
	}
	health, err := out.Check(ctx)
	if err == nil && !health.Sound() {
		err = problem.List{{File: file, Message: "tệp này không nguyên vẹn: " + health.Problems[0], Hint: "xin nơi gửi ghi lại tệp"}}
	}
	if err != nil {
		return nil, errors.Join(asOf(file, err), out.Close())
	}
	return out, nil
}

// asOf lets problems be of the file as the user named it.
func asOf(file string, err error) error {
	list := problem.Of(err)
	for i := range list {
		list[i].File = file
	}
	return list
}

// handedOver is the copy of a store.
type handedOver struct {
	*store.Store
	folder *scratch.Folder
}

// Close takes the copy away.
func (h *handedOver) Close() error {
	var err error
	if h.Store != nil {
		err = h.Store.Close()
	}
	return errors.Join(err, h.folder.Close())
}
