package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/outlook"
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
	return o.show(w, struct {
		Schema string `json:"schema"`
		*office.TitleReview
	}{"ntm.review.v1", found}, func(s *screen) { s.titleReview(found) })
}

func (s *screen) titleReview(found *office.TitleReview) {
	s.reviewed(found.Titles, "%d xã có danh hiệu: %d thuộc diện xét thu hồi, %d chưa rõ, %d không thuộc diện.")
	if len(found.Declared) > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Danh hiệu theo báo cáo khai (có số quyết định; kho dữ liệu chưa ghi)"))
		s.reviewed(found.Declared, "%d xã có danh hiệu theo báo cáo khai: %d thuộc diện xét thu hồi, %d chưa rõ, "+
			"%d không thuộc diện.")
	}
}

// reviewed tells how many there are of each, then lists those at risk, then those of which
// too little is known. Who is safe is listed in full alone.
func (s *screen) reviewed(all []office.ReviewedTitle, sums string) {
	by := map[outlook.Risk][]*office.ReviewedTitle{}
	var none []*office.ReviewedTitle
	for i := range all {
		if r := &all[i]; r.Review != nil {
			by[r.Review.Risk] = append(by[r.Review.Risk], r)
		} else {
			none = append(none, r)
		}
	}
	if i := slices.IndexFunc(all, func(r office.ReviewedTitle) bool {
		return r.Review != nil && r.Review.NationOnly != ""
	}); i >= 0 {
		s.nationOnly(all[i].Review.NationOnly)
	}
	atRisk, safe := len(by[outlook.AtRisk]), len(by[outlook.Safe])
	s.Line("%s", s.Strong(sums, len(all), atRisk, len(all)-atRisk-safe, safe))
	for _, risk := range []outlook.Risk{outlook.AtRisk, outlook.OpenRisk, outlook.Safe} {
		if len(by[risk]) == 0 || risk == outlook.Safe && !s.full {
			continue
		}
		s.Line("")
		s.Line("%s (%d):", s.risk(risk), len(by[risk]))
		s.Line("%s", s.Strong("%s", titleTable.row("Xã", "Danh hiệu", "Số liệu", "Không đạt", "Chưa rõ")))
		for _, r := range by[risk] {
			s.reviewedRow(r)
		}
	}
	for _, r := range none {
		s.Item(0, s.Unknown("KHÔNG RÀ SOÁT ĐƯỢC:"), fmt.Sprintf("%s, %s, xã %s năm %d: %s", r.Name, r.Province,
			r.Title.Level.Title(), r.Title.Year, r.Why))
	}
	if safe > 0 && !s.full {
		s.Line("%s", s.Faint("%d xã không thuộc diện xét thu hồi: thêm --full để xem", safe))
	}
}

// reviewedRow is one title's row of its table, and what of it is to be looked at.
func (s *screen) reviewedRow(r *office.ReviewedTitle) {
	open := fmt.Sprint(len(r.Review.Unknown) + len(r.Review.Unchecked))
	s.Line("%s", titleTable.row(r.Name+", "+r.Province, fmt.Sprintf("%s %d", shortLevel[r.Title.Level], r.Title.Year),
		fmt.Sprint(r.Year), fmt.Sprintf("%d/%d", len(r.Review.Failed), r.Review.Total), open))
	if len(r.Review.KeyFailed) > 0 {
		s.Item(2, "phải xét riêng:", "tiêu chí "+strings.Join(r.Review.KeyFailed, ", "))
	}
	if n := len(r.Review.Unchecked); n > 0 {
		s.Item(2, "theo ngưỡng chưa đối chiếu:", fmt.Sprintf("%d tiêu chí chưa đạt nếu ngưỡng đúng", n))
	}
}

// titleTable has a title a row.
var titleTable = widths{40, 20, 9, 11}
