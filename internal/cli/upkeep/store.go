package upkeep

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/store"
	"ntm/internal/term"

	"github.com/spf13/cobra"
)

func newStore(w command.World) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "store [lệnh]",
		Aliases: []string{"kho"},
		Short:   "Lập kho dữ liệu, phân quyền trên máy chủ, chép cả kho sang nơi khác",
		Long: `Kho dữ liệu là một tệp (không phải cài gì), hoặc nằm trên máy chủ PostgreSQL khi nhiều người
cùng làm. Lệnh nào có --db cũng nhận cả hai:

  --db tinh.db
  --db postgres://TÀI_KHOẢN@MÁY_CHỦ/TÊN_KHO?sslmode=verify-full

Mật khẩu không ghi trên dòng lệnh: để trong tệp mà biến PGPASSFILE chỉ đến.`,
		Example: `  ntm store init --db postgres://chu_kho@may-chu/ntm --roles
  ntm store copy tinh.db postgres://chu_kho@may-chu/ntm`,
		Args: command.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newStoreInit(w), newStoreCopy(w))
	return cmd
}

type storeInitOptions struct {
	command.Stored
	roles   bool
	offices []string
	publish []string
	follow  []string
}

func newStoreInit(w command.World) *cobra.Command {
	var opts storeInitOptions
	cmd := &cobra.Command{
		Use:     "init [tùy chọn]",
		Aliases: []string{"lap"},
		Short:   "Lập kho dữ liệu, hoặc nâng cấu trúc của kho lên mức của chương trình này",
		Long: `Lập kho dữ liệu nếu chưa có; kho có rồi thì nâng cấu trúc lên mức của chương trình này.

Trên máy chủ, --roles lập ba nhóm quyền để người quản trị cấp cho các tài khoản:

  ntm_reader     đọc mọi tỉnh, không ghi
  ntm_office     đọc và ghi dữ liệu của tỉnh mình, không thấy tỉnh khác
  ntm_ministry   đọc và ghi mọi tỉnh

--office TÀI_KHOẢN=TỈNH lập tài khoản của văn phòng một tỉnh (chưa có mật khẩu; đặt bằng lệnh
\password của psql). Ghi nhiều lần được; một tài khoản có thể có nhiều tỉnh.

--publish TỈNH phát hành dữ liệu của tỉnh để máy chủ khác nhận bằng nhân bản logic của
PostgreSQL (15 trở lên); --subscribe TỈNH=ĐỊA_CHỈ nhận dữ liệu của tỉnh từ kho ở địa chỉ ấy.
Nhận rồi thì chỉ xem, không ghi thêm dữ liệu của tỉnh ấy ở kho này. Chạy lại thì kho nhận theo
địa chỉ mới, tiếp từ chỗ dừng.`,
		Example: `  ntm store init --db postgres://chu_kho@may-chu/ntm --roles
  ntm store init --db postgres://chu_kho@may-chu/ntm --office "vpdp_thanh_hoa=Thanh Hóa"
  ntm store init --db postgres://chu_kho@may-tinh/ntm --publish "Thanh Hóa"
  ntm store init --db postgres://postgres@may-bo/ntm --subscribe "Thanh Hóa=postgres://ntm_bo@may-tinh/ntm"`,
		Args: command.Args(),
		RunE: func(cmd *cobra.Command, _ []string) error { return opts.run(cmd.Context(), w) },
	}
	f := cmd.Flags()
	f.BoolVar(&opts.roles, "roles", false, "lập ba nhóm quyền trên máy chủ")
	f.StringArrayVar(&opts.offices, "office", nil, "lập tài khoản của một tỉnh: `TÀI_KHOẢN=TỈNH`")
	f.StringArrayVar(&opts.publish, "publish", nil, "phát hành dữ liệu của `TỈNH` cho máy chủ khác nhận")
	f.StringArrayVar(&opts.follow, "subscribe", nil, "nhận dữ liệu của một tỉnh từ kho khác: `TỈNH=ĐỊA_CHỈ`")
	opts.StoreFlag(f)
	return cmd
}

// officeRole is an account and its province.
type officeRole struct {
	role string
	of   places.Province
}

func (o *storeInitOptions) run(ctx context.Context, w command.World) error {
	offices := make([]officeRole, len(o.offices))
	for i, text := range o.offices {
		role, province, found := strings.Cut(text, "=")
		name, known := places.FindProvince(province)
		if !found || strings.TrimSpace(role) == "" || !known {
			return command.Usage(fmt.Sprintf("--office %q: cần một tài khoản và tên một tỉnh trong danh mục", text),
				`ví dụ: --office "vpdp_thanh_hoa=Thanh Hóa"`)
		}
		offices[i] = officeRole{strings.TrimSpace(role), name}
	}
	between, err := o.streams()
	if err != nil {
		return err
	}
	return o.Making(ctx, w, func(st *store.Store) error {
		s := term.NewScreen(w.Terminal)
		s.Line("Kho dữ liệu %s: sẵn sàng.", st.Name())
		if o.roles {
			if err := st.Roles(ctx); err != nil {
				return err
			}
			s.Line("Đã lập các nhóm quyền ntm_reader, ntm_office, ntm_ministry.")
		}
		for _, office := range offices {
			if err := st.Office(ctx, office.role, office.of.Home); err != nil {
				return err
			}
			also := ""
			if office.of.Gone {
				also = fmt.Sprintf(", nay gồm cả %s", office.of.Title)
			}
			s.Line("Tài khoản %s: đọc và ghi dữ liệu của %s%s, trước và sau ngày 01/07/2025.", office.role,
				office.of.Home, also)
		}
		for _, one := range between {
			if err := one.begin(ctx, st, s); err != nil {
				return err
			}
		}
		return s.Err
	})
}

func newStoreCopy(w command.World) *cobra.Command {
	return &cobra.Command{
		Use:     "copy TỪ_KHO ĐẾN_KHO",
		Aliases: []string{"chep"},
		Short:   "Chép cả kho dữ liệu sang kho khác, tệp hay máy chủ",
		Long: `Chép mọi việc đã ghi, mọi báo cáo và bộ tiêu chí của một kho sang kho khác: từ tệp lên máy
chủ, từ máy chủ về tệp, kèm minh chứng thả vào bàn làm việc ở máy này. Kho nhận phải trống,
hoặc là bản chép dở: chạy lại lệnh thì chép tiếp từ chỗ dừng. Chép xong thì kiểm tra cả hai kho
và so mã SHA-256 của toàn bộ nội dung.
Người khác vẫn dùng được kho gửi trong lúc chép; việc họ ghi thêm thì chép lần sau.`,
		Example: `  ntm store copy tinh.db postgres://chu_kho@may-chu/ntm
  ntm store copy postgres://chu_kho@may-chu/ntm tinh.db`,
		Args: command.Args("TỪ_KHO", "ĐẾN_KHO"),
		RunE: func(cmd *cobra.Command, given []string) error { return copyStore(cmd.Context(), w, given[0], given[1]) },
	}
}

func copyStore(ctx context.Context, w command.World, from, to string) error {
	if from == to {
		return command.Usage("hai kho là một", "ghi kho gửi, rồi kho nhận")
	}
	source := command.Stored{DB: from}
	return source.In(ctx, w, func(st *store.Store) (err error) {
		target := command.Stored{DB: to}
		into, err := target.Open(ctx, w, store.OpenOrMake)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, into.Close()) }()
		subjects, err := st.Subjects(ctx, "", "")
		if err != nil {
			return err
		}
		wp, p := command.Underway(w, "đã chép", len(subjects))
		health, err := store.Transfer(ctx, st, into, p.Steps)
		p.Clear()
		if err != nil {
			return err
		}
		s := term.NewScreen(wp.Terminal)
		if health.Sound() {
			s.Line("Đã chép %s sang %s; hai kho giống nhau.", st.Name(), into.Name())
		} else {
			s.Line("Đã chép %s sang %s, trừ những gì hỏng ở kho gửi.", st.Name(), into.Name())
			s.Some("Hỏng ở kho gửi:", s.Bad, health.Problems)
		}
		s.Line("  %d xã, %d hồ sơ, %d hội đồng; %d việc đã ghi, %d văn bản lưu", health.Communes, health.Dossiers,
			health.Councils, health.Events, health.Documents)
		s.Line("  SHA-256 toàn bộ nội dung: %s", health.Digest)
		beside := command.BesideAt(w, to)
		with, err := office.Bring(ctx, st, command.BesideAt(w, from), beside)
		if err != nil {
			return err
		}
		return command.Answer(command.Restored(w, s, beside, with), health.Sound())
	})
}
