package upkeep

import (
	"context"
	"fmt"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/places"
	"ntm/internal/store"
	"ntm/internal/term"
)

// between is a province that goes from one server to another.
type between struct {
	of   places.Province
	from string // where it comes from; "" for one that goes out
}

// streams are what --publish and --subscribe name.
func (o *storeInitOptions) streams() ([]between, error) {
	var out []between
	for _, text := range o.publish {
		p, known := places.FindProvince(text)
		if !known {
			return nil, command.Usage(fmt.Sprintf("--publish %q: cần tên một tỉnh trong danh mục", text),
				`ví dụ: --publish "Thanh Hóa"`)
		}
		out = append(out, between{of: p})
	}
	for _, text := range o.follow {
		province, from, _ := strings.Cut(text, "=")
		p, known := places.FindProvince(province)
		switch {
		case store.HasPassword(from):
			return nil, command.Usage("--subscribe: mật khẩu không được ghi trên dòng lệnh",
				"để mật khẩu trong tệp ~postgres/.pgpass của máy chủ nhận")
		case !known || !store.IsServer(from):
			return nil, command.Usage(fmt.Sprintf("--subscribe %q: cần tên một tỉnh trong danh mục và địa chỉ kho của "+
				"tỉnh", text), `ví dụ: --subscribe "Thanh Hóa=postgres://ntm_bo@may-tinh/ntm?sslmode=verify-full"`)
		}
		out = append(out, between{p, from})
	}
	return out, nil
}

// begin publishes it, or follows it.
func (b *between) begin(ctx context.Context, st *store.Store, s *term.Screen) error {
	if b.from != "" {
		if err := st.Subscribe(ctx, b.of.Home, b.from); err != nil {
			return err
		}
		s.Line("Nhận dữ liệu của %s từ kho khác: đã bắt đầu; xem bằng ntm doctor.", b.of.Home)
		return nil
	}
	name, err := st.Publish(ctx, b.of.Home)
	if err != nil {
		return err
	}
	s.Line("Phát hành dữ liệu của %s: %s. Máy chủ khác nhận bằng ntm store init --subscribe.", b.of.Home, name)
	return nil
}
