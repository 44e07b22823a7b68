package cli

import (
	"context"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/store"
)

// every renews the assessments of the store that are no longer what would be found.
func (o *assessOptions) every(ctx context.Context, w World, st *store.Store, lib *criteria.Library) error {
	by, err := o.By(w)
	if err != nil {
		return err
	}
	p, err := office.StoredProvince(ctx, st, o.province)
	if err != nil {
		return err
	}
	f := office.Within(p)
	f.Year = o.Year
	all, err := st.Dossiers(ctx, f)
	if err != nil {
		return err
	}
	begin, end := command.Counting(w, "đã đánh giá lại")
	out, err := office.JudgeAgain(ctx, office.NewFreshness(st, lib, w.Version), by, all,
		func(n int) func() { return begin(n).Step })
	end()
	if err != nil {
		return err
	}
	err = o.show(w, struct {
		Schema string `json:"schema"`
		*office.Renewed
	}{"ntm.renewed.v1", out}, func(s *screen) { s.renewed(out) })
	if err == nil && len(out.Failed) > 0 {
		return command.ErrToldFailed
	}
	return err
}

// renewed tells what became of all.
func (s *screen) renewed(out *office.Renewed) {
	if out.Stale == 0 {
		s.Line("Mọi hồ sơ đã đánh giá đều theo bộ ngưỡng và phiên bản chương trình hiện có.")
		return
	}
	s.Line("%s", s.Strong("Đã đánh giá lại %d trên %d hồ sơ đánh giá theo bộ ngưỡng cũ hoặc phiên bản chương "+
		"trình cũ; %d hồ sơ đổi kết luận.", out.Renewed, out.Stale, len(out.Changed)))
	s.Some("Đổi kết luận:", s.Unknown, out.Changed)
	if len(out.Past) > 0 {
		s.Line("%d hồ sơ đã qua bước đánh giá, giữ kết quả cũ:", len(out.Past))
		s.Some("-", s.Faint, out.Past)
	}
	s.Some("Không đánh giá lại được:", s.Bad, out.Failed)
}
