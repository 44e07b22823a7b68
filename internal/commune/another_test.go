package commune

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/typed"
)

// What is counted of one thing is no figure's that is of another.
func TestNumbersOfOtherThings(t *testing.T) {
	words := []string{"hộ", "người", "thôn", "trường", "km", "xã", "ha", "tấn", "sản phẩm", "nhà", "lao động", "vụ",
		"cơ sở", "công trình", "hộ dân", "trẻ em", "ấp", "số hộ", "mô hình", "hợp tác xã", "học sinh", "đơn vị",
		"huyện", "giáo viên", "chi bộ", "nhà văn hóa", "thuê bao", "tổ", "m2", "km đường", "hộ nghèo", "phòng học"}
	shapes := []string{"12 W", "12 (W)", "đạt 12 W", "có 12 W", "12W", "12, W", "W: 12", "số W: 12", "W 12",
		"trên 12 W",
		"12 W năm 2022", "12 W trên địa bàn xã", "12/15 W", "12 W/15 W", "12 trên 15 W", "12/15 W đạt chuẩn",
		"12/15 (W)", "12 W trên tổng số 15 W", "12/15 số W", "hơn 12/15 W"}
	alike := map[string][]string{"hộ": {"nhà"}, "người": {"lao động"}, "thôn": {"ấp", "tổ"}, "ha": {"m2"},
		"cơ sở":     {"đơn vị", "hộ", "hộ dân", "số hộ"},
		"hộ, cơ sở": {"nhà", "đơn vị"}, "trường hợp": {"người"}, "lao động": {"người"}}
	for _, f := range packs.Embedded().FigureList {
		if f.Unit != criteria.Percent {
			continue
		}
		m := MeaningOf(f)
		for _, w := range words {
			own := strings.Contains(strings.ToLower(f.Numerator+f.Denominator+f.Name+f.CountedIn), strings.Fields(w)[0])
			for _, shape := range shapes {
				text := strings.ReplaceAll(shape, "W", w)
				g, err := typed.Read(text, m)
				if err != nil {
					continue
				}
				isRate := g.Counts != nil || g.Bound != "" && strings.Contains(shape, "hơn")
				if !isRate || !own && !slices.Contains(alike[f.CountedIn], w) {
					t.Errorf("%s (%s) %q is read as %+v", f.ID, f.CountedIn, text, g)
				}
			}
		}
	}
}
