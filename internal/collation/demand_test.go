package collation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/decision"
	"ntm/internal/threshold"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// What a cell asks of a figure, by the figure's unit; where it asks nothing that can be
// judged, or something that a person must look at, it says why.
func TestDemandsOfCells(t *testing.T) {
	figure := func(unit criteria.Unit, name string) judged {
		return judged{figure: &criteria.Figure{Unit: unit, Name: name}, name: name}
	}
	rate := figure("%", "Tỷ lệ hộ có nước sạch")
	poor := figure("%", "Tỷ lệ hộ nghèo")
	grade := figure(criteria.Grade, "Xếp loại phòng chống thiên tai")
	met := figure(criteria.Declared, "Có mô hình thôn thông minh")
	income := figure("triệu đồng/người/năm", "Thu nhập bình quân đầu người")
	standing := rate
	standing.op = criteria.AtMost
	for _, tt := range []struct {
		of   judged
		cell string
		want string // how it is judged and the number; "" for nothing
		why  string // "" where it is certain
	}{
		{rate, "≥ 80%", "at_least 80", ""}, {rate, "≤ 80%", "at_most 80", ""}, {rate, "> 80%", "more_than 80", ""},
		{rate, "< 80%", "less_than 80", ""}, {rate, "= 80%", "exactly 80", ""},
		{rate, "= 100%", "at_least 100", ""}, // of all of them there is no more
		{rate, "100%", "at_least 100", ""},
		{rate, "80%", "at_least 80", ""}, // of clean water there can only be too little
		{figure("%", "Tỷ lệ rừng ven sông"), "80%", "at_least 80", "chiều so sánh do máy đoán"},
		{poor, "3%", "at_most 3", ""}, // of the poor there should be less
		{figure("%", "Tỷ lệ hộ nghèo được hỗ trợ"), "3%", "at_most 3", "chiều so sánh do máy đoán"},
		{standing, "80%", "at_most 80", ""}, // as it stands
		{rate, "0%", "at_most 0", "chiều so sánh do máy đoán"}, {rate, "≥ 0%", "at_least 0", "không yêu cầu gì"},
		{figure("%", "Tỷ lệ hộ nghèo đa chiều"), "0%", "at_most 0", ""},
		{figure("%", "Tỷ lệ hộ có nhà tiêu, nhà tắm hợp vệ sinh"), "Không", "", "chỉ ghi"},
		{rate, "≥ 80", "at_least 80", "không rõ có phải tỷ lệ % không"},
		{rate, "≥ 2 mô hình", "", "quyết định tính bằng mô hình"},
		{rate, "≥ 80,50%", "at_least 80,50", ""}, // as fine as it was written
		{income, "≥ 48 triệu đồng/người", "at_least 48", ""},
		{income, "≥ 48 triệu đồng/người/năm", "at_least 48", ""},
		{income, "≥ 48", "at_least 48", ""},
		{income, "≥ 48%", "", "quyết định tính bằng %"},
		{grade, "Khá trở lên", "at_least khá", ""}, {grade, "Đạt", "at_least đạt", ""},
		{grade, "Tốt", "at_least tốt", ""},
		{grade, "Loại xuất sắc", "", `không có xếp loại "xuất sắc"`},
		{rate, "Khá trở lên", "", "quyết định ghi xếp loại"},
		{met, "Đạt", "declared Đạt", ""}, {met, "Có", "declared Đạt", ""},
		{met, "Không", "declared Đạt", "Đạt ở đây nghĩa là không có"},
		{met, "≥ 1 mô hình", "declared Đạt", ""},
		{met, "≥ 2 mô hình", "declared Đạt", "nghĩa là có từ 2 mô hình trở lên"},
		{met, "≥ 80%", "", "chỉ xét Đạt hoặc chưa đạt"}, {met, "≤ 1 mô hình", "", "chỉ xét Đạt hoặc chưa đạt"},
		{met, "Theo quy định của Bộ Y tế", "declared Đạt", "đọc ở quy định ấy"},
		{rate, "Theo quy định của Bộ Y tế", "", "theo quy định của Bộ Y tế"},
		{rate, "Đạt", "", `quyết định chỉ ghi "Đạt"`},
		{poor, "Không", "at_most 0", ""}, {rate, "Không", "", `quyết định chỉ ghi "Không"`},
		{rate, "UBND cấp tỉnh quy định cụ thể", "province ", ""},
		{rate, "Không áp dụng", "not_asked Không áp dụng", ""},
		{rate, "-", "", "ô này không có mức"},
		{rate, "Xã nhóm 1: ≥ 80%; xã nhóm 2: ≥ 70%", "", "mức chia theo trường hợp"},
		{rate, "Năm 2021: ≥ 80%; năm 2022: ≥ 90%", "", "mức chia theo năm"},
		{rate, "≥ 2 mô hình hoặc ≥ 1 sản phẩm", "", "một trong các mức là đủ"},
		{rate, "80% trừ xã đảo", "", "còn chữ mà máy không hiểu"},
	} {
		r := threshold.Read(tt.cell)
		d, why := tt.of.demand(&r)
		got := ""
		if d.Op != "" {
			got = string(d.Op) + " " + d.Value()
		}
		if got != tt.want || (tt.why == "") != (why == "") || !strings.Contains(why, tt.why) {
			t.Errorf("%s of %q: %q (%s), want %q (%s)", tt.cell, tt.of.name, got, why, tt.want, tt.why)
		}
	}
}

// Products of so many stars are other products than those that a figure counts.
func TestThingsThatMustBeSuch(t *testing.T) {
	for _, tt := range []struct {
		figure, words, cell string
		sure                bool
	}{
		{"Số sản phẩm OCOP", "Có sản phẩm OCOP", "≥ 2 sản phẩm", true},
		{"Số sản phẩm OCOP", "Có sản phẩm OCOP", "≥ 2 sản phẩm 4 sao", false},
		{"Số sản phẩm OCOP 4 sao", "Có sản phẩm OCOP", "≥ 2 sản phẩm 4 sao", true},
		{"Số sản phẩm OCOP", "Có sản phẩm OCOP 4 sao", "≥ 2 sản phẩm 4 sao", false}, // the figure counts others too
		{"Số sản phẩm OCOP 3 sao", "Có sản phẩm OCOP", "≥ 2 sản phẩm 4 sao", false},
	} {
		r := threshold.Read(tt.cell)
		j := judged{figure: &criteria.Figure{Unit: "sản phẩm", Name: tt.figure}, name: tt.words}
		if d, why := j.demand(&r); d.Op != criteria.AtLeast || (why == "") != tt.sure {
			t.Errorf("%s, %s: %s: %s, %q", tt.figure, tt.words, tt.cell, d.Op, why)
		}
	}
}

// asks is a threshold of a layer above: "at_least 80".
func asks(text string) (Demand, *criteria.Requirement) {
	op, number, _ := strings.Cut(text, " ")
	d, r := Demand{Op: criteria.Op(op)}, &criteria.Requirement{Op: criteria.Op(op), Known: number != ""}
	if number != "" {
		d.number = decimal.RequireFromString(number)
		r.Value = d.number
	}
	return d, r
}

// A province may be stricter than the nation, not laxer.
func TestWhatIsLaxer(t *testing.T) {
	for _, tt := range []struct {
		province, nation string
		laxer            bool
	}{
		{"at_least 80", "at_least 80", false}, {"at_least 81", "at_least 80", false},
		{"at_least 79.9", "at_least 80", true},
		{"more_than 80", "at_least 80", false}, {"at_least 80", "more_than 80", true},
		{"at_most 3", "at_most 3", false}, {"at_most 2", "at_most 3", false}, {"at_most 4", "at_most 3", true},
		{"less_than 3", "at_most 3", false}, {"at_most 3", "less_than 3", true},
		{"exactly 85", "at_least 80", false}, {"exactly 75", "at_least 80", true},
		{"at_most 80", "at_least 80", true}, // another way
		{"not_asked", "at_least 80", true}, {"province", "at_least 80", true},
		{"at_least 10", "province", false}, {"declared", "at_least 1", true},
		{"at_least 10", "at_least", false}, // nobody knows the nation's
		{"not_asked", "at_least", true},    // which is more than nothing, whatever it is
	} {
		d, _ := asks(tt.province)
		_, above := asks(tt.nation)
		if got := isLaxer(d, above); got != tt.laxer {
			t.Errorf("%s is laxer than %s: %t", tt.province, tt.nation, got)
		}
	}
	_, met := asks("declared")
	met.Known = true
	if d, _ := asks("not_asked"); !isLaxer(d, met) {
		t.Error("who asks nothing is no laxer than who asks that something be met")
	}
}

// Whoever passes a demand that is not laxer passes what stands above it.
func TestStricterDemandsImply(t *testing.T) {
	ops := []criteria.Op{criteria.AtLeast, criteria.AtMost, criteria.MoreThan, criteria.LessThan, criteria.Exactly}
	passes := func(op criteria.Op, value, asked decimal.Decimal) bool {
		switch c := value.Cmp(asked); op {
		case criteria.AtLeast:
			return c >= 0
		case criteria.AtMost:
			return c <= 0
		case criteria.MoreThan:
			return c > 0
		case criteria.LessThan:
			return c < 0
		}
		return value.Equal(asked)
	}
	rapid.Check(t, func(t *rapid.T) {
		number := func(what string) decimal.Decimal { return decimal.New(rapid.Int64Range(0, 40).Draw(t, what), -1) }
		d := Demand{Op: rapid.SampledFrom(ops).Draw(t, "demand"), number: number("asked")}
		above := &criteria.Requirement{Op: rapid.SampledFrom(ops).Draw(t, "above"), Value: number("value"), Known: true}
		value := number("figure")
		if !isLaxer(d, above) && passes(d.Op, value, d.number) && !passes(above.Op, value, above.Value) {
			t.Fatalf("%s passes %s %s, which is not laxer than %s %s", value, d.Op, d.number, above.Op, above.Value)
		}
		if equal(d, above) && isLaxer(d, above) {
			t.Fatalf("%s %s is laxer than itself", d.Op, d.number)
		}
	})
}

// The key of every row of every law leads back to it; a key that is damaged leads nowhere.
func TestKeysLeadBack(t *testing.T) {
	lib := packs.Embedded()
	for _, of := range []struct{ id, province string }{{"ntm-2021-2025", ""}, {"nang-cao-2021-2025", "Thanh Hóa"},
		{"ntm-2026-2030", ""}} {
		std, ok := lib.StandardByID(of.id)
		if !ok {
			t.Fatal(of.id)
		}
		l := NewLaw(lib, std, of.province)
		seen, keys := map[string]bool{}, []string{}
		for _, topic := range l.Topics {
			for _, s := range l.Slots(topic, nil) {
				key := s.Key(l)
				found, isKey, ok := l.Find(key)
				if !isKey || !ok || found.Topic != topic || found.Path != s.Path || found.Key(l) != key {
					t.Errorf("%s: %q leads to %+v, %t, %t", of.id, key, found, isKey, ok)
				}
				if seen[key] {
					t.Errorf("%s: %q is of two rows", of.id, key)
				}
				seen[key] = true
				keys = append(keys, key)
			}
		}
		if len(keys) == 0 {
			continue
		}
		rapid.Check(t, func(t *rapid.T) {
			key := []rune(rapid.SampledFrom(keys).Draw(t, "key"))
			at := rapid.IntRange(0, len(key)-1).Draw(t, "at")
			key[at] = rapid.SampledFrom([]rune("0129x# -+*.")).Draw(t, "letter")
			if found, isKey, ok := l.Find(string(key)); ok &&
				(!isKey || found.Key(l) != strings.TrimSpace(string(key))) {
				t.Fatalf("%q leads to %q", string(key), found.Key(l))
			}
		})
	}
}

func TestKeysThatAreNone(t *testing.T) {
	lib := packs.Embedded()
	std, _ := lib.StandardByID("ntm-2021-2025")
	l := NewLaw(lib, std, "")
	for _, key := range []string{"", "ntm/15.1", "ntm/15.1# 2021-2025 ..", "ntm/99# 2021-2025 .. *",
		"ntm/15.1# x-2025 .. *",
		"ntm/15.1# 2021-x .. *", "ntm/15.1# 2021-2025 31/2/2021.. *", "ntm/15.1# 2021-2025 .. btb+btb",
		"ntm/15.1# 2021-2025 .. * +a -b c d"} {
		if found, isKey, ok := l.Find(key); isKey || ok {
			t.Errorf("%q leads to %+v", key, found)
		}
	}
	for _, key := range []string{"ntm/15.1# 1999-2025 .. *", "ntm/15.1#7 2021-2025 .. *",
		"ntm/15.1# 2021-2025 .. nowhere"} {
		if _, isKey, ok := l.Find(key); !isKey || ok {
			t.Errorf("%q names nothing that stands: %t, %t", key, isKey, ok)
		}
	}
}

// Notes that say what is counted change no threshold; those that may are for a person.
func TestNotesThatMayChange(t *testing.T) {
	for text, want := range map[string]bool{
		"Theo tiêu chuẩn quốc gia": false, "Không tính hộ độc thân": false, "Chỉ tính đường do xã quản lý": false,
		"Không bao gồm đường ngõ xóm": false, "Bao gồm cả thôn, bản": false, "Gồm các loại hình": false,
		"Áp dụng từ năm 2023": true, "Trừ xã đảo": true, "Đối với xã miền núi giảm 5%": true, "Riêng xã ATK": true,
		"Mức 70%": true, "Không áp dụng": true, "Trường hợp không có thì xét đạt": true, "Đến ngày 31/12": true,
		"Không tính xã đảo, riêng năm 2022": true, "Chỉ tính mức từ 70%": true, "Hoặc tương đương": true,
		"": false, "Namibia": false,
	} {
		if got := mayChange(vi.Fold(text)); got != want {
			t.Errorf("%q may change a threshold: %t", text, got)
		}
	}
}

// A note is found by its mark, however the two are typed.
func TestTextsOfNotes(t *testing.T) {
	a := &decision.Annex{Footnotes: map[string]string{"e1": "Cuối\nsách"}, Notes: []string{
		"Ghi chú: (1) Áp dụng từ năm 2023. (2) Trừ xã đảo", "3. Theo chuẩn", "[4]: Không tính", "(*) Nếu có",
		"5 năm một lần",
		"12) Mười hai"}}
	for mark, want := range map[string]string{
		"1": "Áp dụng từ năm 2023.", "(1)": "Áp dụng từ năm 2023.", "(2)": "Trừ xã đảo", "3": "Theo chuẩn",
		"[4]": "Không tính",
		"*":   "Nếu có", "e1": "Cuối sách", "12": "Mười hai", "2": "Trừ xã đảo", "6": "", "": "", "()": "", "e2": "",
	} {
		if got := noteText(a, mark); got != want {
			t.Errorf("%q is the mark of %q, want %q", mark, got, want)
		}
	}
}

// Zones are told apart by traits of their own; those that cannot be are for a person.
func TestZones(t *testing.T) {
	for _, tt := range []struct {
		ids  []string
		want string // each zone with and without its traits; "" for none
	}{
		{[]string{"khu-vuc-1", "khu-vuc-2"}, "khu-vuc-1+[own_zone_1]-[own_zone_2] khu-vuc-2+[own_zone_2]-[own_zone_1]"},
		{[]string{"dac-biet-kho-khan", "con-lai"},
			"dac-biet-kho-khan+[specially_difficult]-[] con-lai+[]-[specially_difficult]"},
		{[]string{"an-toan-khu", "con-lai"}, "an-toan-khu+[safe_zone]-[] con-lai+[]-[safe_zone]"},
		{[]string{"mien-nui", "dong-bang"}, "mien-nui+[own_zone_1]-[own_zone_2] dong-bang+[own_zone_2]-[own_zone_1]"},
		{[]string{"vung-1"}, ""}, {nil, ""},
		{[]string{"vung-1", "khu-vuc-1"}, ""}, // one trait for two
		{[]string{"vung-9", "vung-1"}, ""}, {[]string{"vung-1", "hành tinh"}, ""},
		{[]string{"mien-nui", "dong-bang", "ven-bien", "dao", "trung-du"}, ""}, // more than there are traits
	} {
		found, ok := zones(tt.ids, nil)
		var got []string
		for _, z := range found {
			got = append(got, fmt.Sprintf("%s+%s-%s", z.id, z.with, z.without))
		}
		if ok != (tt.want != "") || ok && strings.Join(got, " ") != tt.want {
			t.Errorf("%v: %s, %t, want %s", tt.ids, got, ok, tt.want)
		}
	}
	found, _ := zones([]string{"dac-biet-kho-khan", "an-toan-khu", "con-lai"},
		map[string]int{"dac-biet-kho-khan": 4, "an-toan-khu": 4, "con-lai": 5}) // a commune may be both
	if got := fmt.Sprint(found); got != "[{dac-biet-kho-khan [specially_difficult] []} {an-toan-khu [safe_zone] "+
		"[specially_difficult]} {con-lai [] [specially_difficult safe_zone]}]" {
		t.Error(got)
	}
	for id, want := range map[string]string{"khu-vuc-2": "Khu vực 2", "vung-1": "Vùng 1", "dia-ban-3": "Địa bàn 3",
		"con-lai": "Xã còn lại", "dao": "Xã đảo", "khu-vuc-9": "", "khu-vuc-0": "", "khu-vuc-": "", "nhom-1": "",
		"": ""} {
		if got := zoneOf(id); got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
}

// A slot is for the communes of a zone that it is not expressly not for.
func TestSlotsInZones(t *testing.T) {
	s := Slot{}
	s.With, s.Without = []criteria.Trait{criteria.SafeZone}, []criteria.Trait{criteria.PoorDistrict}
	for _, tt := range []struct {
		z    zone
		want string
	}{
		{zone{}, "[safe_zone] [poor_district]"},
		{zone{with: []criteria.Trait{criteria.OwnZone1}, without: []criteria.Trait{criteria.OwnZone2}},
			"[safe_zone own_zone_1] [poor_district own_zone_2]"},
		{zone{with: []criteria.Trait{criteria.SafeZone}}, "[safe_zone] [poor_district]"},
		{zone{without: []criteria.Trait{criteria.PoorDistrict}}, "[safe_zone] [poor_district]"},
		{zone{with: []criteria.Trait{criteria.PoorDistrict}}, ""},
		{zone{without: []criteria.Trait{criteria.SafeZone}}, ""},
	} {
		one, ok := s.in(tt.z)
		if got := fmt.Sprint(one.With, " ", one.Without); ok != (tt.want != "") || ok && got != tt.want {
			t.Errorf("%+v: %s, %t", tt.z, got, ok)
		}
	}
	if !slices.Equal(s.With, []criteria.Trait{criteria.SafeZone}) {
		t.Error("asking for a zone changed the slot")
	}
}

// Times and places of a row, for a reader.
func TestWhenAndWhere(t *testing.T) {
	day := criteria.Day(2024, 3, 1)
	span := func(from, to int, begin, end criteria.Date) *Slot {
		s := &Slot{}
		s.Years, s.From, s.Until = criteria.Years{From: from, To: to}, begin, end
		return s
	}
	for want, s := range map[string]*Slot{
		"2021–2025":                          span(2021, 2025, criteria.Date{}, criteria.Date{}),
		"2023":                               span(2023, 2023, criteria.Date{}, criteria.Date{}),
		"2021–2025, từ 01/03/2024":           span(2021, 2025, day, criteria.Date{}),
		"2021–2025, đến 01/03/2024":          span(2021, 2025, criteria.Date{}, day),
		"2024, từ 01/03/2024 đến 31/12/2024": span(2024, 2024, day, criteria.Day(2024, 12, 31)),
	} {
		if got := s.When(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	lib := packs.Embedded()
	for _, tt := range []struct{ id, columns, want string }{
		{"ntm-2021-2025", "", "Mọi vùng"}, {"ntm-2021-2025", "btb tn", "Bắc Trung Bộ; Tây Nguyên"},
		{"ntm-2026-2030", "", "Mọi nhóm xã"},
	} {
		std, _ := lib.StandardByID(tt.id)
		l := NewLaw(lib, std, "")
		s := &Slot{}
		if s.Columns = l.Columns; tt.columns != "" {
			s.Columns = nil
			for c := range strings.FieldsSeq(tt.columns) {
				s.Columns = append(s.Columns, criteria.Region(c))
			}
		}
		if got := s.Where(l); got != tt.want {
			t.Errorf("%s %s is %q, want %q", tt.id, tt.columns, got, tt.want)
		}
		s.With, s.Without = []criteria.Trait{criteria.SafeZone}, []criteria.Trait{criteria.PoorDistrict}
		if got := s.Where(l); got != tt.want+"; "+criteria.SafeZone.Title()+"; trừ "+criteria.PoorDistrict.Title() {
			t.Errorf("%s of some communes is %q", tt.id, got)
		}
	}
}

// Cases by how many schools leave no commune out and are for none twice; each says itself
// so that it is read again as the same.
func TestCasesBySchools(t *testing.T) {
	cases := func(words ...string) (out []threshold.Reading) {
		for _, w := range words {
			r, ok := threshold.Schools(w)
			if !ok {
				t.Fatal(w)
			}
			out = append(out, threshold.Reading{Count: &r})
		}
		return out
	}
	for _, tt := range []struct {
		parts []threshold.Reading
		want  string
	}{
		{cases("xã có từ 3 trường trở xuống", "xã có trên 3 trường"), ""},
		{cases("xã có 1 trường", "xã có 2-3 trường", "xã có từ 4 trường trở lên"), ""},
		{cases("xã có từ 4 trường trở lên", "xã có dưới 4 trường"), ""}, // in any order
		{cases("xã có từ 3 trường trở xuống", "xã có trên 4 trường"), "không trường hợp nào nói xã có 4 trường"},
		{cases("xã có từ 3 trường trở xuống", "xã có từ 3 trường trở lên"), "hai trường hợp cùng nói xã có 3 trường"},
		{cases("xã có từ 2 trường trở lên"), "không trường hợp nào nói xã có 1 trường"},
	} {
		if got := gapOf(tt.parts); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
		for _, p := range tt.parts {
			again, ok := threshold.Schools(caseName(p.Count))
			if !ok || !sameCount(&again, p.Count) {
				t.Errorf("%s is said %q", p.Count, caseName(p.Count))
			}
		}
	}
	for op, want := range map[criteria.Op][2]int64{criteria.AtLeast: {4, 0}, criteria.MoreThan: {5, 0},
		criteria.AtMost:   {1, 4},
		criteria.LessThan: {1, 3}, criteria.Exactly: {4, 4}} {
		if least, most := within(op, 4); least != want[0] || most != want[1] {
			t.Errorf("%s 4 is %d to %d", op, least, most)
		}
	}
}

// An overlay concerns a law of its years and its province, whichever way that is written.
func TestWhomAnOverlayConcerns(t *testing.T) {
	l := &Law{Std: &criteria.Standard{Years: criteria.Years{From: 2021, To: 2025}}, Province: "Thanh Hóa"}
	for _, tt := range []struct {
		from, to int
		province string
		want     bool
	}{
		{2021, 2025, "", true}, {2024, 2025, "Thanh Hóa", true}, {2025, 2026, "Thanh Hoá", true},
		{2026, 2030, "", false}, {2016, 2020, "Thanh Hóa", false}, {2021, 2025, "Nghệ An", false},
	} {
		o := &criteria.Overlay{Years: criteria.Years{From: tt.from, To: tt.to}, Province: tt.province}
		if got := l.Concerns(o); got != tt.want {
			t.Errorf("%+v: %t", tt, got)
		}
	}
}
