package places

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestOn(t *testing.T) {
	vietnam := time.FixedZone("+07", 7*60*60)
	tests := []struct {
		date time.Time
		old  bool
	}{
		{day(2016, time.October, 17), true},
		{day(2023, time.November, 15), true},
		{day(2025, time.June, 30), true},
		{day(2025, time.July, 1), false},
		{day(2026, time.May, 4), false},
		{time.Date(2025, time.June, 30, 23, 59, 59, 0, vietnam), true},
		{time.Date(2025, time.July, 1, 0, 0, 0, 0, vietnam), false}, // still 30/6 in UTC
		{time.Time{}, true},
	}
	for _, tt := range tests {
		if got := On(tt.date); got.old != tt.old {
			t.Errorf("on %v the list %s is in force", tt.date, got.period)
		}
	}
}

func TestLists(t *testing.T) {
	regions := []string{"tdmnpb", "dbsh", "btb", "dhntb", "tn", "dnb", "dbscl"}
	tests := []struct {
		name             string
		list             *Directory
		units, provinces int
		types, noRegion  []string
	}{
		{
			name: "old", list: oldList(), units: 10597, provinces: 63,
			types: []string{"Phường", "Thị trấn", "Xã"},
		},
		{
			name: "new", list: newList(), units: 3321, provinces: 34,
			types: []string{"Phường", "Xã", "Đặc khu"},
			// Islands that were districts without communes.
			noRegion: []string{"Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all := tt.list.All()
			if len(all) != tt.units {
				t.Errorf("%d units, want %d", len(all), tt.units)
			}
			provinces, types, noRegion := map[string]bool{}, map[string]bool{}, []string{}
			for i, p := range all {
				if i > 0 && all[i-1].Code >= p.Code {
					t.Errorf("%s stands before %s", all[i-1].Code, p.Code)
				}
				if len(p.Code) != 5 || p.Name == "" || p.Province == "" || len(p.ProvinceCode) != 2 {
					t.Errorf("incomplete: %+v", p)
				}
				if (p.District != "") != tt.list.old || (p.DistrictType != "") != tt.list.old {
					t.Errorf("district of %+v", p)
				}
				provinces[p.ProvinceCode+p.Province] = true
				types[p.Type] = true
				if p.Region == "" {
					noRegion = append(noRegion, p.Name)
				} else if !slices.Contains(regions, p.Region) {
					t.Errorf("region %q of %s", p.Region, p)
				}
			}
			if len(provinces) != tt.provinces {
				t.Errorf("%d provinces, want %d", len(provinces), tt.provinces)
			}
			for _, kind := range tt.types {
				if !types[kind] {
					t.Errorf("no %s", kind)
				}
				delete(types, kind)
			}
			if len(types) > 0 {
				t.Errorf("unexpected types %v", types)
			}
			if !slices.Equal(noRegion, tt.noRegion) && len(noRegion)+len(tt.noRegion) > 0 {
				t.Errorf("without region: %q, want %q", noRegion, tt.noRegion)
			}
		})
	}
}

func TestRegions(t *testing.T) {
	tests := []struct {
		name string
		list *Directory
		code string
		want string
	}{
		{"Quảng Trung", oldList(), "16492", "btb"},
		{"Quảng Ninh is of the Red River delta", oldList(), "06817", "dbsh"},
		{"Lâm Đồng keeps Bình Thuận's region", newList(), "23134", "dhntb"},
		{"Lâm Đồng's own", newList(), "24778", "tn"},
		{"a code of its own: phường Mộc Châu", newList(), "03980", "tdmnpb"},
		{"a code of its own: xã Ba Chẽ", newList(), "06978", "dbsh"},
	}
	for _, tt := range tests {
		if p, ok := tt.list.byCode(tt.code); !ok || p.Region != tt.want {
			t.Errorf("%s: %+v, want region %s", tt.name, p, tt.want)
		}
	}
}

func TestAllIsACopy(t *testing.T) {
	oldList().All()[0].Name = "changed"
	if oldList().All()[0].Name == "changed" {
		t.Error("a caller can change the list")
	}
}

// rows cuts at commas and knows no quotes.
func TestTablesArePlain(t *testing.T) {
	for name, table := range map[string]struct {
		csv     string
		columns int
	}{"old": {oldCSV, 9}, "new": {newCSV, 6}, "mergers": {mergersCSV, 4}, "reform": {reformCSV, 3}} {
		if strings.ContainsAny(table.csv, "\"\r\ufeff") || !strings.HasSuffix(table.csv, "\n") {
			t.Errorf("%s: quotes, carriage returns, a byte-order mark or no end of line", name)
		}
		for line := range strings.Lines(table.csv) {
			if got := strings.Count(line, ",") + 1; got != table.columns {
				t.Errorf("%s: %d columns in %q", name, got, line)
			}
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.Run("old", func(b *testing.B) {
		for b.Loop() {
			newDirectory(parse(oldCSV, true), true)
		}
	})
	b.Run("both", func(b *testing.B) {
		for b.Loop() {
			newDirectory(parse(oldCSV, true), true)
			newDirectory(parse(newCSV, false), false)
		}
	})
	b.Run("index of names", func(b *testing.B) {
		places := parse(oldCSV, true)
		for b.Loop() {
			newIndex(places)
		}
	})
}
