package criteria

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"ntm/internal/vi"
	"ntm/internal/yamldoc"
)

// Level is one of the titles a commune works toward.
type Level string

// The levels, each above the one before.
const (
	NTM     Level = "ntm"
	NangCao Level = "nang-cao"
	KieuMau Level = "kieu-mau"
	// HienDai is a province's own level since 2026: the nation gives a frame, the province
	// the criteria, by a pack of its own.
	HienDai Level = "hien-dai"
)

// Levels lists the levels from the lowest to the highest.
var Levels = []Level{NTM, NangCao, KieuMau, HienDai}

// Title is the level's name as officials write it.
func (l Level) Title() string {
	return map[Level]string{NTM: "nông thôn mới", NangCao: "nông thôn mới nâng cao",
		KieuMau: "nông thôn mới kiểu mẫu", HienDai: "nông thôn mới hiện đại"}[l]
}

// Brief is the level's name where there is little room.
func (l Level) Brief() string {
	return map[Level]string{NTM: "NTM", NangCao: "nâng cao", KieuMau: "kiểu mẫu", HienDai: "hiện đại"}[l]
}

// LevelNamed is the level that people call so: "nâng cao", "Xã nông thôn mới nâng cao", "NTM
// kiểu mẫu", with tone marks or without.
func LevelNamed(text string) (Level, bool) {
	name := vi.Slug(text)
	for _, lead := range []string{"muc", "xa", "dat-chuan", "nong-thon-moi", "ntm"} {
		if rest, ok := strings.CutPrefix(name, lead); ok && (rest == "" || rest[0] == '-') {
			if name = strings.TrimPrefix(rest, "-"); name == "" && (lead == "nong-thon-moi" || lead == "ntm") {
				return NTM, true
			}
		}
	}
	for _, l := range Levels {
		if l != NTM && (name == string(l) || name == strings.ReplaceAll(string(l), "-", "")) {
			return l, true
		}
	}
	return "", false
}

// UnmarshalText reads a level and refuses any other word.
func (l *Level) UnmarshalText(text []byte) error { return yamldoc.OneOf(l, text, "mức", Levels) }

// Region is a column of a standard's table: one of the seven regions of
// 2021–2025; the national column, which no commune is judged by; or, in a pack
// that has commune groups or zones, the id of one.
type Region string

// The columns in the order the decisions print them.
const (
	National       Region = "chung"
	NorthernUpland Region = "tdmnpb" // Trung du miền núi phía Bắc
	RedRiverDelta  Region = "dbsh"   // Đồng bằng sông Hồng
	NorthCentral   Region = "btb"    // Bắc Trung Bộ
	SouthCentral   Region = "dhntb"  // Duyên hải Nam Trung Bộ
	Highlands      Region = "tn"     // Tây Nguyên
	SouthEast      Region = "dnb"    // Đông Nam Bộ
	MekongDelta    Region = "dbscl"  // Đồng bằng sông Cửu Long
)

// Regions lists the columns a commune can be judged by.
var Regions = []Region{NorthernUpland, RedRiverDelta, NorthCentral, SouthCentral, Highlands, SouthEast, MekongDelta}

// Title is the region's name as officials write it.
func (r Region) Title() string {
	return map[Region]string{
		National: "Chỉ tiêu chung", NorthernUpland: "Trung du miền núi phía Bắc", RedRiverDelta: "Đồng bằng sông Hồng",
		NorthCentral: "Bắc Trung Bộ", SouthCentral: "Duyên hải Nam Trung Bộ", Highlands: "Tây Nguyên",
		SouthEast: "Đông Nam Bộ", MekongDelta: "Đồng bằng sông Cửu Long",
	}[r]
}

// Status says how sure a threshold's basis is.
type Status string

// From the surest to none at all.
const (
	Confirmed Status = "confirmed" // an office checked it against the decision
	Seen      Status = "seen"      // a named public source states it
	Recalled  Status = "recalled"  // known from memory, unchecked
	Doubtful  Status = "doubtful"  // sources disagree or are weak
	Missing   Status = "missing"   // no threshold is known
)

// Statuses lists the statuses from the surest to none at all.
var Statuses = []Status{Confirmed, Seen, Recalled, Doubtful, Missing}

// Title is the status in a reader's words.
func (s Status) Title() string {
	return map[Status]string{
		Confirmed: "đã xác nhận", Seen: "thấy ở nguồn công khai", Recalled: "theo trí nhớ, chưa đối chiếu",
		Doubtful: "còn nghi ngờ", Missing: "chưa có ngưỡng",
	}[s]
}

// OnPaper is the status as a paper of a commune, a council or a province says it. Papers
// do not say how the program came to a threshold that nobody has checked.
func (s Status) OnPaper() string {
	switch s {
	case Seen:
		return "theo nguồn đã công bố"
	case Recalled, Doubtful:
		return "chưa đối chiếu"
	}
	return s.Title()
}

// Sure tells whether a verdict may rest on the status without being a draft.
func (s Status) Sure() bool { return s == Confirmed || s == Seen }

// Weaker is the less sure of two statuses.
func (s Status) Weaker(t Status) Status {
	return Statuses[max(slices.Index(Statuses, s), slices.Index(Statuses, t))]
}

// UnmarshalText reads a status and refuses any other word.
func (s *Status) UnmarshalText(text []byte) error {
	return yamldoc.OneOf(s, text, "tình trạng", Statuses)
}

// Layer is who set a threshold. A later layer overrides an earlier one.
type Layer string

// From the nation down to the office that uses the tool.
const (
	Nation   Layer = "nation"
	Ministry Layer = "ministry"
	Province Layer = "province"
	Office   Layer = "office"
)

// Layers lists the layers in the order in which they override each other.
var Layers = []Layer{Nation, Ministry, Province, Office}

// Title is the layer in a reader's words.
func (l Layer) Title() string {
	return map[Layer]string{Nation: "trung ương", Ministry: "bộ, ngành", Province: "tỉnh", Office: "cơ quan sử dụng"}[l]
}

// UnmarshalText reads a layer and refuses any other word.
func (l *Layer) UnmarshalText(text []byte) error { return yamldoc.OneOf(l, text, "cấp", Layers) }

// Trait is a property of a commune that decides which column or indicator
// applies to it.
type Trait string

// The traits the national decisions ask about.
const (
	SpeciallyDifficult  Trait = "specially_difficult"   // xã đặc biệt khó khăn
	SafeZone            Trait = "safe_zone"             // xã an toàn khu (ATK)
	PoorDistrict        Trait = "poor_district"         // thuộc huyện nghèo
	LeftPovertyDistrict Trait = "left_poverty_district" // thuộc huyện vừa thoát nghèo giai đoạn 2018-2020
	NoCraftVillage      Trait = "no_craft_village"      // không có làng nghề
	NoCemetery          Trait = "no_cemetery"           // không có nghĩa trang, cơ sở hỏa táng
	AreaII              Trait = "area_ii"               // xã khu vực II vùng đồng bào dân tộc thiểu số và miền núi
	AreaIII             Trait = "area_iii"              // xã khu vực III vùng đồng bào dân tộc thiểu số và miền núi
	DifficultCoast      Trait = "difficult_coast"       // xã đặc biệt khó khăn vùng bãi ngang, ven biển và hải đảo
	NextToUrban         Trait = "next_to_urban"         // liền kề đô thị hiện có, được định hướng thành đô thị
	LowAgriculture      Trait = "low_agriculture"       // tỷ trọng nông nghiệp dưới 10 % trong cơ cấu kinh tế
	PlannedUrban        Trait = "planned_urban"         // được quy hoạch thành đô thị mới
	// Of the zones that a province's own decision divides its communes into.
	OwnZone1 Trait = "own_zone_1"
	OwnZone2 Trait = "own_zone_2"
	OwnZone3 Trait = "own_zone_3"
	OwnZone4 Trait = "own_zone_4"
)

// OwnZones are the traits of the zones of a province's own, in their order.
var OwnZones = []Trait{OwnZone1, OwnZone2, OwnZone3, OwnZone4}

// Traits lists every trait a report may give.
var Traits = []Trait{SpeciallyDifficult, SafeZone, PoorDistrict, LeftPovertyDistrict, NoCraftVillage, NoCemetery,
	AreaII, AreaIII, DifficultCoast, NextToUrban, LowAgriculture, PlannedUrban, OwnZone1, OwnZone2, OwnZone3, OwnZone4}

// Title is the trait in a reader's words.
func (t Trait) Title() string {
	return map[Trait]string{
		SpeciallyDifficult: "xã đặc biệt khó khăn", SafeZone: "xã an toàn khu (ATK)", PoorDistrict: "thuộc huyện nghèo",
		LeftPovertyDistrict: "thuộc huyện thoát nghèo giai đoạn 2018-2020",
		NoCraftVillage:      "không có làng nghề", NoCemetery: "không có nghĩa trang, cơ sở hỏa táng",
		AreaII:         "xã khu vực II vùng đồng bào dân tộc thiểu số và miền núi",
		AreaIII:        "xã khu vực III vùng đồng bào dân tộc thiểu số và miền núi",
		DifficultCoast: "xã đặc biệt khó khăn vùng bãi ngang, ven biển và hải đảo",
		NextToUrban:    "liền kề đô thị hiện có và được định hướng phát triển thành đô thị",
		LowAgriculture: "nông nghiệp dưới 10 % cơ cấu kinh tế", PlannedUrban: "được quy hoạch thành đô thị mới",
		OwnZone1: "thuộc vùng (khu vực) thứ nhất theo quyết định của tỉnh",
		OwnZone2: "thuộc vùng (khu vực) thứ hai theo quyết định của tỉnh",
		OwnZone3: "thuộc vùng (khu vực) thứ ba theo quyết định của tỉnh",
		OwnZone4: "thuộc vùng (khu vực) thứ tư theo quyết định của tỉnh",
	}[t]
}

// UnmarshalText reads a trait and refuses any other word.
func (t *Trait) UnmarshalText(text []byte) error {
	return yamldoc.OneOf(t, text, "đặc điểm", Traits)
}

// Unit is what a figure is measured in, written as it is shown.
type Unit string

// Units that the tool treats by name.
const (
	Percent  Unit = "%"
	Declared Unit = "đạt/chưa đạt" // the commune declares it met or not
	Grade    Unit = "xếp loại"     // 0 chưa đạt, 1 đạt, 2 khá, 3 tốt
)

// Units lists every unit a figure may have.
var Units = []Unit{
	Percent, Declared, Grade, "mức độ", "triệu đồng", "triệu đồng/người/năm", "m2/người", "lít/người/ngày đêm",
	"hợp tác xã", "sản phẩm", "mô hình", "trường", "nhà", "hộ", "thôn", "vụ", "lĩnh vực", "lần",
	"người", "lao động", "km", "ha", "m2", "điểm", "tuyến đường", "công trình", "cơ sở", "câu lạc bộ", "tổ hợp tác",
	"tổ",
	"doanh nghiệp", "vùng", "chuỗi liên kết", "làng nghề", "lần/năm", "dịch vụ", "bác sĩ", "giường",
}

// UnmarshalText reads a unit and refuses any other.
func (u *Unit) UnmarshalText(text []byte) error { return yamldoc.OneOf(u, text, "đơn vị", Units) }

// Grades names the steps of the unit Grade by their value.
var Grades = []string{"chưa đạt", "đạt", "khá", "tốt"}

// Op is how a figure is held against a threshold.
type Op string

// The closed set of comparisons.
const (
	AtLeast      Op = "at_least"
	AtMost       Op = "at_most"
	Exactly      Op = "exactly"
	MoreThan     Op = "more_than" // "trên 50%": 50 itself is not enough
	LessThan     Op = "less_than" // "dưới 5%": 5 itself is too much
	DeclaredMet  Op = "declared"  // the commune declares the requirement met
	AllOf        Op = "all_of"    // every part must be met
	AnyOf        Op = "any_of"    // one part is enough
	SomeOfParts  Op = "some_of"   // a number of the parts is enough
	ProvinceSets Op = "province"  // "UBND cấp tỉnh quy định cụ thể" and no province has yet
	NotAsked     Op = "not_asked" // "Không áp dụng": there is nothing to judge
)

// Sign is the comparison as it stands before a number.
func (o Op) Sign() string {
	return map[Op]string{AtLeast: "≥", AtMost: "≤", Exactly: "=", MoreThan: ">", LessThan: "<"}[o]
}

// IsCeiling tells whether a figure must stay below the threshold, or on it.
func (o Op) IsCeiling() bool { return o == AtMost || o == LessThan }

// IsStrict tells whether a figure on the threshold itself does not meet it.
func (o Op) IsStrict() bool { return o == MoreThan || o == LessThan }

// Date is a calendar day, written 2024-03-01.
type Date struct{ time.Time }

// Day is the given calendar day.
func Day(year int, month time.Month, day int) Date {
	return Date{time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}
}

// UnmarshalText reads a day written 2024-03-01.
func (d *Date) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("đọc thấy ngày %q, cần một ngày có thật, dạng năm-tháng-ngày, ví dụ 2024-03-01", text)
	}
	d.Time = t
	return nil
}

// MarshalText writes the day as UnmarshalText reads it, "" for none.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// MarshalJSON writes the day as text; time.Time's own would write an hour.
func (d Date) MarshalJSON() ([]byte, error) { return []byte(`"` + d.String() + `"`), nil }

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(data []byte) error {
	if string(data) == `""` {
		*d = Date{}
		return nil
	}
	return d.UnmarshalText(bytes.Trim(data, `"`))
}

// String is the day as 2024-03-01, "" for none.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}
