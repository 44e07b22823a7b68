package places

import (
	"slices"
	"testing"
)

func TestParts(t *testing.T) {
	type want struct{ kind, key, district string }
	tests := []struct {
		text string
		want []want
	}{
		{"", nil},
		{"Xã Bình Thạnh; Xã An Hòa", []want{{"Xã", "binh thanh", ""}, {"Xã", "an hoa", ""}}},
		{"Xã Hòa An (huyện Giồng Riềng); Xã Hòa Lợi", []want{{"Xã", "hoa an", "giong rieng"}, {"Xã", "hoa loi", ""}}},
		{"Phường 8 (Quận 8)", []want{{"Phường", "8", "8"}}},
		{"Xã Ngọk Réo (thuộc huyện Đăk Hà)", []want{{"Xã", "ngok reo", "dak ha"}}},
		{"Xã Hòa Mỹ (phần còn lại sau khi sáp nhập vào xã Phú Mỹ; xã Tân Hưng); Xã Hưng Mỹ",
			[]want{{"Xã", "hoa my", ""}, {"Xã", "hung my", ""}}},
		{"Phường 7 (thành phố Cà Mau) (phần còn lại sau khi sáp nhập vào phường Tân Thành)",
			[]want{{"Phường", "7", "ca mau"}}},
		{"Xã Phú Túc (huyện Châu Thành; tỉnh Bến Tre)", []want{{"Xã", "phu tuc", "chau thanh"}}},
		{"Phổ Hòa", []want{{"", "pho hoa", ""}}},
	}
	for _, tt := range tests {
		got := parts(tt.text)
		if len(got) != len(tt.want) {
			t.Errorf("parts(%q) = %+v", tt.text, got)
			continue
		}
		for i, w := range tt.want {
			if got[i].name[0].kind != w.kind || got[i].name[0].key != w.key || got[i].district != w.district {
				t.Errorf("part %d of %q = %+v, want %v", i, tt.text, got[i], w)
			}
		}
	}
}

func TestSuccessors(t *testing.T) {
	tests := []struct {
		name, code string
		want       []string
	}{
		{"merged into a neighbour", "16492", []string{"16489"}},
		{"kept its code under another name", "19075", []string{"19075"}},
		{"left alone", "20992", []string{"20992"}},
		{"namesake told apart by the district in brackets", "25474", []string{"25480"}},
		{"namesake told apart by the seat", "22868", []string{"22846"}},
		{"divided", "27040", []string{"27028", "27031"}},
		{"divided, one part in brackets", "09883", []string{"09871", "09877"}},
		{"namesakes of one district told apart by accents", "04516", []string{"04498"}},
		{"and the other", "04567", []string{"04543"}},
		{"gone before the reform, its code lives on", "18223", []string{"18223"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			u, ok := before().byCode(tt.code)
			if !ok {
				t.Fatalf("no unit %s", tt.code)
			}
			got := codes(successors(u))
			slices.Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("%s went into %v, want %v", u, successors(u), tt.want)
			}
		})
	}
}

// Every old province lies wholly in one new province, so that one commune's
// code tells the heir of all.
func TestEveryProvinceHasOneHeir(t *testing.T) {
	heir := map[string]string{}
	for _, p := range since().places {
		was, ok := before().byCode(p.Code)
		if !ok {
			continue
		}
		if known := heir[was.Province]; known != "" && known != p.Province {
			t.Errorf("%s went to %s and %s", was.Province, known, p.Province)
		}
		heir[was.Province] = p.Province
	}
	if len(heir) != 63 {
		t.Errorf("%d provinces have an heir, want 63", len(heir))
	}
}

// How far the table of mergers and the list of February 2024 agree. A unit that
// came or went between that month and the reform has no counterpart; a change
// of these numbers means a change of the data or of how names are read.
func TestMergersMeetTheOldList(t *testing.T) {
	type place struct{ province, kind, key string }
	old := map[place]bool{}
	for _, u := range before().places {
		old[place{heirs()[u.ProvinceCode].ProvinceCode, u.Type, key(u.Name)}] = true
	}
	met, all := 0, 0
	for row := range rows(mergersCSV, 4) {
		into, ok := since().byCode(row[0])
		if !ok {
			t.Errorf("%s is not in the new list", row[0])
		}
		for _, part := range parts(merged(row[3])) {
			all++
			if old[place{into.ProvinceCode, part.name[0].kind, part.name[0].key}] {
				met++
			}
		}
	}
	if share := float64(met) / float64(all); share < 0.94 {
		t.Errorf("%d of %d named units are in the old list (%.3f)", met, all, share)
	} else {
		t.Logf("%d of %d named units are in the old list (%.3f)", met, all, share)
	}
}
