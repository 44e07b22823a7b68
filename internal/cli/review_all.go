package cli

import (
	"context"
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/store"
)

// everyTitle reviews the highest title of every commune that holds one.
func (o *reviewOptions) everyTitle(ctx context.Context, w World, st *store.Store) error {
	begin, end := command.Counting(w, "đã rà soát")
	found, err := office.ReviewTitles(ctx, st, o.province, func(n int) func() { return begin(n).Step })
	end()
	if err != nil {
		return err
	}
	command.Notes(w, found.Notes)
	if o.json {
		return command.PrintJSON(w.Stdout, struct {
			Schema string `json:"schema"`
			*office.TitleReview
		}{"ntm.review.v1", found})
	}
	s := newScreen(w)
	s.reviewed(found.Titles, "%d xã có danh hiệu: %d thuộc diện xét thu hồi, %d chưa rõ, %d không thuộc diện.")
	if len(found.Declared) > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Danh hiệu theo báo cáo khai (có số quyết định; kho dữ liệu chưa ghi)"))
		s.reviewed(found.Declared, "%d xã có danh hiệu theo báo cáo khai: %d thuộc diện xét thu hồi, %d chưa rõ, "+
			"%d không thuộc diện.")
	}
	return s.Err
}

// reviewed lists those at risk first, then those of which too little is known.
func (s *screen) reviewed(all []office.ReviewedTitle, sums string) {
	counts := map[assess.Risk]int{}
	for _, risk := range []assess.Risk{assess.AtRisk, assess.OpenRisk, assess.Safe} {
		for i := range all {
			r := &all[i]
			if r.Review == nil || r.Review.Risk != risk {
				continue
			}
			counts[risk]++
			text := fmt.Sprintf("%s, %s: xã %s năm %d, theo số liệu năm %d: không đạt %d/%d tiêu chí", r.Name,
				r.Province, r.Title.Level.Title(), r.Title.Year, r.Year, len(r.Review.Failed), r.Review.Total)
			if len(r.Review.KeyFailed) > 0 {
				text += ", trong đó phải xét riêng: " + strings.Join(r.Review.KeyFailed, ", ")
			}
			if n := len(r.Review.Unchecked); n > 0 {
				text += fmt.Sprintf("; %d theo ngưỡng chưa đối chiếu", n)
			}
			if len(r.Review.Unknown) > 0 {
				text += fmt.Sprintf("; chưa rõ %d", len(r.Review.Unknown))
			}
			s.Item(0, s.risk(risk)+":", text)
		}
	}
	for _, r := range all {
		if r.Review == nil {
			s.Item(0, s.Unknown("KHÔNG RÀ SOÁT ĐƯỢC:"), fmt.Sprintf("%s, %s, xã %s năm %d: %s", r.Name, r.Province,
				r.Title.Level.Title(), r.Title.Year, r.Why))
		}
	}
	s.Line("%s", s.Strong(sums, len(all), counts[assess.AtRisk], len(all)-counts[assess.AtRisk]-counts[assess.Safe],
		counts[assess.Safe]))
}
