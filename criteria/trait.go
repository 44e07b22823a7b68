package criteria

import (
	"ntm/internal/yamldoc"
)

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
