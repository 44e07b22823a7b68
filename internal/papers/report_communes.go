package papers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

func (r *report) areas() *draw.Sheet {
	name, of := "Theo huyện", "Huyện"
	if r.Scope.Province == "" {
		name, of = "Theo tỉnh", "Tỉnh, thành phố"
	}
	levels := make([]criteria.Level, len(r.Levels))
	proportions := []float64{8, 36, 14, 16}
	titles := []string{"TT", of, "Số xã", "Tiêu chí NTM đạt bình quân"}
	for i := range r.Levels {
		levels[i] = r.Levels[i].Level
		proportions = append(proportions, 16, 16)
		titles = append(titles, "Đủ điều kiện "+levels[i].Brief(), "Danh hiệu "+levels[i].Brief())
	}
	s := r.begin(name, "KẾT QUẢ "+strings.ToUpper(name), true, proportions...)
	s.Head.Row = s.AddHead(look.Heads(titles...)...)
	first := s.Head.Row + 1
	for i := range r.Areas {
		a := &r.Areas[i]
		cells := []draw.Cell{count(i + 1), look.Text(a.Name), count(a.Communes), average(a.Average())}
		for _, l := range levels {
			cells = append(cells, count(a.Eligible[l]), count(a.Held[l]))
		}
		s.Add(cells...)
	}
	sums := []draw.Cell{draw.Blank(look.Label), draw.Text("Cộng", look.Label), total(s, 3, first),
		draw.Blank(look.Label)}
	for i := range levels {
		sums = append(sums, total(s, 5+2*i, first), total(s, 6+2*i, first))
	}
	s.Add(sums...)
	return s
}

func (r *report) ranking() *draw.Sheet {
	s := r.begin("Xếp hạng xã", "CÁC XÃ THEO PHẦN CÒN THIẾU", true, 8, 12, 34, 22, 26, 12, 40, 40)
	s.Line("Xếp theo mức đang phấn đấu, số tiêu chí chưa đạt, số tiêu chí chưa rõ, rồi tên xã. Dấu * là kết luận "+
		"dự thảo.", look.Remark)
	s.Head.Row = s.AddHead(look.Heads("TT", "Mã", "Xã", "Danh hiệu đang có", "Phấn đấu, kết luận", "Đạt",
		"Tiêu chí chưa đạt", "Tiêu chí chưa rõ")...)
	for i := range r.Ranking {
		c := &r.Ranking[i]
		verdict := vi.Capital(c.Toward.Brief()) + ": " + strings.ToLower(c.Verdict.Word())
		if c.Draft {
			verdict += " *"
		}
		province := c.Province
		if r.Scope.Province != "" { // it is everyone's
			province = ""
		}
		s.Add(count(i+1), look.Mid(c.Code), look.Text(vi.Join(", ", c.Name, c.District, province)),
			look.Mid(cmp.Or(vi.Capital(c.Held.Brief()), "Chưa có")), look.Text(verdict),
			look.Mid(fmt.Sprintf("%d/%d", c.Met, c.Total)),
			look.Text(vi.Join(", ", append(slices.Clone(c.NotMet), vi.List(", ", c.Conditions, conditionName))...)),
			look.Text(strings.Join(c.Unknown, ", ")))
	}
	return s
}

// conditionName is a condition of recognition in short.
func conditionName(id string) string {
	return cmp.Or(map[string]string{"arrears": "nợ đọng", "satisfaction": "hài lòng", "security": "an ninh",
		"coverage": "số hộ được hỏi"}[id], id)
}
